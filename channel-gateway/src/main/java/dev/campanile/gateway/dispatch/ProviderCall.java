package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.gate.AllowList;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** One call of an adapter: within the lease, to an address that is allowed, always answered. */
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
   * @param message made on the calling thread
   * @param leased when the lease began, by {@link System#nanoTime}
   */
  HandOff make(Supplier<Rendered> message, long leased) {
    Duration left = lease.minusNanos(System.nanoTime() - leased);
    if (left.compareTo(adapter.timeout()) < 0) {
      return new HandOff.RefusedForNow(
          Reason.PROVIDER_UNAVAILABLE, Duration.ZERO, "the lease was too short for the call");
    }
    try {
      Rendered rendered = message.get();
      // The gate has asked before; here nothing can have been forgotten on the way.
      return allowList.allows(rendered.address()) ? adapter.deliver(rendered) : notAllowed();
    } catch (Throwable e) {
      // An Error too: the slot must come back, and the message may have left.
      LOG.errorf(e, "%s: the adapter failed", adapter.channel());
      return new HandOff.InDoubt(e.getClass().getSimpleName());
    }
  }

  private static HandOff notAllowed() {
    return new HandOff.Refused(
        Reason.RECIPIENT_NOT_ALLOWED,
        "LOCAL",
        "not on the allow-list",
        new HandOff.AddressFinding.Nothing());
  }
}
