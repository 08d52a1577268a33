package dev.campanile.gateway.channel;

import dev.campanile.contracts.Channel;
import java.time.Duration;
import java.util.List;

/** A provider of one channel. Adapters are beans; a new channel is a new package with one. */
public interface ChannelAdapter {

  Channel channel();

  /** The longest {@link #deliver} takes; the sending lease must outlast it. */
  Duration timeout();

  /** How many hand-offs may be under way at once. */
  int concurrency();

  /** Hands over on the calling thread; never throws for an answer the provider gave. */
  HandOff deliver(Rendered message);

  /**
   * Hands over several, in order, on the calling thread; the answers in the same order. All of it
   * takes no longer than {@link #timeout}, if there are no more than {@link #batch}.
   */
  default List<HandOff> deliver(List<Rendered> messages) {
    return messages.stream().map(this::deliver).toList();
  }

  /** How many go best into one call of {@link #deliver(List)}. */
  default int batch() {
    return 1;
  }
}
