package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.gate.AllowList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One call of an adapter: within the lease, to addresses that are allowed, always answered. */
final class ProviderCall {

  private static final Logger LOG = Logger.getLogger(ProviderCall.class);

  private final ChannelAdapter adapter;
  private final AllowList allowList;
  private final Duration lease;

  ProviderCall(ChannelAdapter adapter, AllowList allowList, Duration lease) {
    this.adapter = adapter;
    this.allowList = allowList;
    this.lease = lease;
  }

  /**
   * An answer for each, in their order.
   *
   * @param messages each made on the calling thread
   * @param leased when the lease began, by {@link System#nanoTime}
   */
  List<HandOff> make(List<Supplier<Rendered>> messages, long leased) {
    Duration left = lease.minusNanos(System.nanoTime() - leased);
    if (left.compareTo(adapter.timeout()) < 0) {
      return all(
          messages,
          new HandOff.RefusedForNow(
              Reason.PROVIDER_UNAVAILABLE, Duration.ZERO, "the lease was too short for the call"));
    }
    try {
      return deliver(messages.stream().map(Supplier::get).toList());
    } catch (Throwable e) {
      // An Error too: the slot must come back, and the messages may have left.
      LOG.errorf(e, "%s: the adapter failed", adapter.channel());
      return all(messages, new HandOff.InDoubt(e.getClass().getSimpleName()));
    }
  }

  /** The gate has asked before; here nothing can have been forgotten on the way. */
  private List<HandOff> deliver(List<Rendered> messages) {
    List<Rendered> allowed =
        messages.stream().filter(it -> allowList.allows(it.address())).toList();
    // Of nobody an adapter is not asked: it would open a connection for it.
    List<HandOff> given = allowed.isEmpty() ? List.of() : adapter.deliver(allowed);
    Iterator<HandOff> answers = given.iterator();
    List<HandOff> all = new ArrayList<>(messages.size());
    for (Rendered message : messages) {
      all.add(allowList.allows(message.address()) ? answers.next() : notAllowed());
    }
    return all;
  }

  private static List<HandOff> all(List<?> messages, HandOff answer) {
    return messages.stream().<HandOff>map(_ -> answer).toList();
  }

  private static HandOff notAllowed() {
    return new HandOff.Refused(
        Reason.RECIPIENT_NOT_ALLOWED,
        "LOCAL",
        "not on the allow-list",
        new HandOff.AddressFinding.Nothing());
  }
}
