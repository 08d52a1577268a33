package dev.campanile.runtime.outbox;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.WireFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A batch beside its JSON, which is written once: to know its size and to be sent.
 *
 * @param json not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record WrittenBatch<B extends Batch<?>>(B batch, byte[] json) {

  /**
   * Puts items into batches that keep the limits of a record, in order. Nearly always that is one:
   * what is too large is halved, and a single item that is too large goes alone.
   *
   * @param batchOf makes a batch of up to {@value Batch#MAX_ITEMS} items
   */
  public static <I, B extends Batch<I>> List<WrittenBatch<B>> of(
      List<I> items, Function<List<I>, B> batchOf) {
    List<WrittenBatch<B>> written = new ArrayList<>();
    for (int from = 0; from < items.size(); from += Batch.MAX_ITEMS) {
      add(items.subList(from, Math.min(from + Batch.MAX_ITEMS, items.size())), batchOf, written);
    }
    return written;
  }

  private static <I, B extends Batch<I>> void add(
      List<I> items, Function<List<I>, B> batchOf, List<WrittenBatch<B>> written) {
    B batch = batchOf.apply(items);
    byte[] json = WireFormat.write(batch);
    if (json.length <= Batch.MAX_BYTES || items.size() == 1) {
      written.add(new WrittenBatch<>(batch, json));
    } else {
      int half = items.size() / 2;
      add(items.subList(0, half), batchOf, written);
      add(items.subList(half, items.size()), batchOf, written);
    }
  }
}
