package dev.campanile.gateway.channel;

import dev.campanile.contracts.Channel;
import java.time.Duration;

/** A provider of one channel. Adapters are beans; a new channel is a new package with one. */
public interface ChannelAdapter {

  Channel channel();

  /** The longest {@link #deliver} takes; the sending lease must outlast it. */
  Duration timeout();

  /** How many hand-offs may be under way at once. */
  int concurrency();

  /** Hands over on the calling thread; never throws for an answer the provider gave. */
  HandOff deliver(Rendered message);
}
