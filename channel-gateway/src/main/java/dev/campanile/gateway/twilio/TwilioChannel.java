package dev.campanile.gateway.twilio;

import com.twilio.rest.api.v2010.account.MessageCreator;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What SMS and chat through Twilio have in common. */
abstract sealed class TwilioChannel implements ChannelAdapter permits SmsAdapter, ChatAdapter {

  private final TwilioMessages messages;

  TwilioChannel(TwilioMessages messages) {
    this.messages = messages;
  }

  /** Whom the brand writes as. */
  abstract @Nullable String sender(Brand brand);

  /**
   * @throws IllegalArgumentException when the body is another channel's
   */
  abstract MessageCreator creator(String to, String from, Body body);

  @Override
  public Duration timeout() {
    return messages.timeout();
  }

  @Override
  public int concurrency() {
    return messages.concurrency();
  }

  @Override
  public HandOff deliver(Rendered message) {
    String from = sender(message.brand());
    return from == null
        ? new HandOff.Refused(
            Reason.PROVIDER_REJECTED,
            "NO_SENDER",
            "the brand has no number for " + channel(),
            new HandOff.AddressFinding.Nothing())
        : messages.create(message, creator(message.address(), from, message.body()));
  }
}
