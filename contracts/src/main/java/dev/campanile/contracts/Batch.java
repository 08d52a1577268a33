package dev.campanile.contracts;

import java.util.List;

/**
 * The value of a record on a bucketed topic: up to {@value #MAX_ITEMS} items of one bucket. A hop
 * is paid per batch, not per person.
 */
public interface Batch<I> {

  int MAX_ITEMS = 500;
  int MAX_BYTES = 256 * 1024;

  Bucket bucket();

  List<I> items();

  /** For the compact constructors of batches. */
  static <I> List<I> checked(List<I> items) {
    if (items.isEmpty() || items.size() > MAX_ITEMS) {
      throw new IllegalArgumentException(
          "a batch has 1 to " + MAX_ITEMS + " items, not " + items.size());
    }
    return List.copyOf(items);
  }
}
