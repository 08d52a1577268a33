package dev.campanile.gateway.unsubscribe;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.MessageId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom a message went to; the ledger's side. */
public interface UnsubscribeTargets {

  /** Empty when the message is not known, or never had an address. */
  Optional<Target> of(MessageId message);

  /**
   * Where a message went.
   *
   * @param address normalised, as the message was sent to
   * @param topic the message's; none for all marketing
   * @param locale BCP 47, as the message was written in
   */
  record Target(
      Channel channel,
      String address,
      @Nullable ConsentTopic topic,
      String brandName,
      String locale) {}
}
