package dev.campanile.gateway.dispatch;

import java.util.ArrayList;
import java.util.List;

/** Spreads messages over the calls that may be made at once: none waits while a slot is free. */
final class Calls {

  private Calls() {}

  /**
   * Calls of nearly the same size, in order.
   *
   * @param slots at most so many calls
   * @param batch at most so many messages in one; all of them together hold every message
   */
  static <M> List<List<M>> spread(List<M> messages, int slots, int batch) {
    List<List<M>> calls = new ArrayList<>();
    int left = Math.min(slots, messages.size());
    if (messages.size() > (long) slots * batch) {
      throw new IllegalArgumentException(
          "%d messages in %d calls of %d".formatted(messages.size(), slots, batch));
    }
    int from = 0;
    while (left > 0) {
      int size = Math.ceilDiv(messages.size() - from, left);
      calls.add(messages.subList(from, from + size));
      from += size;
      left--;
    }
    return calls;
  }
}
