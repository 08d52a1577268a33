package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of messages, and what customers answered. */
public record MessageReceipts(Bucket bucket, List<Receipt> items) implements Batch<Receipt> {

  public MessageReceipts {
    requireNonNull(bucket);
    items = Batch.checked(items);
  }
}
