package dev.campanile.runtime.inbox;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.WireFormat;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.contracts.WireFormat.BatchOfOne;
import dev.campanile.contracts.WireFormat.ReadBatch;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.trace.Hops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a poll brought. Returning acknowledges it, so nothing returns before it is stored:
 * what cannot be read or applied is a dead letter, and while the database is away the reader waits.
 */
@ApplicationScoped
public class TopicReader {

  private final Database database;
  private final DeadLetters deadLetters;
  private final Patience patience;
  private final Hops hops;

  TopicReader(Database database, DeadLetters deadLetters, Patience patience, Hops hops) {
    this.database = database;
    this.deadLetters = deadLetters;
    this.patience = patience;
    this.hops = hops;
  }

  /**
   * Batches, those of a group in one transaction and in order; in the trace of the first. Of many
   * small ones each alone would cost a commit.
   *
   * @param type a batch, or a sealed type of which some alternatives are batches
   */
  public <B> void readBatches(
      ConsumerRecords<String, byte[]> records, Class<B> type, BatchHandler<B> handler) {
    for (ConsumerRecords<String, byte[]> group : RecordGroups.of(records, Batch.MAX_BYTES)) {
      readGroup(group, type, handler);
    }
  }

  /**
   * Single records, all those of the poll in one transaction and in order; in the trace of the
   * first.
   */
  public <R> void readRecords(
      ConsumerRecords<String, byte[]> records, Class<R> type, BiConsumer<Handle, List<R>> handler) {
    List<Read<R>> good = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> entry : records) {
      R parsed = parse(entry, type);
      if (parsed != null) {
        good.add(new Read<>(entry, parsed));
      }
    }
    if (good.isEmpty()) {
      return;
    }
    hops.on(good.getFirst().entry(), () -> readAll(good, handler));
  }

  private <B> void readGroup(
      ConsumerRecords<String, byte[]> group, Class<B> type, BatchHandler<B> handler) {
    List<Read<ReadBatch<B>>> good = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> entry : group) {
      ReadBatch<B> read = parseBatch(entry, type, handler);
      if (read != null) {
        good.add(new Read<>(entry, read));
      }
    }
    if (!good.isEmpty()) {
      hops.on(good.getFirst().entry(), () -> readAllBatches(good, type, handler));
    }
  }

  private <R> void readAll(List<Read<R>> good, BiConsumer<Handle, List<R>> handler) {
    RuntimeException refusal = apply(handler, good);
    if (refusal == null) {
      return;
    }
    for (Read<R> one : good) {
      RuntimeException reason = apply(handler, List.of(one));
      if (reason != null) {
        bury(one.entry(), reason.toString(), List.of(), null);
      }
    }
  }

  private <R> @Nullable RuntimeException apply(
      BiConsumer<Handle, List<R>> handler, List<Read<R>> reads) {
    List<R> values = reads.stream().map(Read::value).toList();
    return patience.attempt(() -> database.inTransaction(handle -> handler.accept(handle, values)));
  }

  /** Null for a tombstone, which says nothing here, and for what went to the dead letters. */
  private <R> @Nullable R parse(ConsumerRecord<String, byte[]> entry, Class<R> type) {
    if (entry.value() == null) {
      return null;
    }
    try {
      return WireFormat.read(entry.value(), type);
    } catch (MalformedRecordException e) {
      bury(entry, String.valueOf(e.getMessage()), List.of(), null);
      return null;
    }
  }

  /** Null for what went to the dead letters. */
  private <B> @Nullable ReadBatch<B> parseBatch(
      ConsumerRecord<String, byte[]> entry, Class<B> type, BatchHandler<B> handler) {
    try {
      return WireFormat.readBatch(entry.value() == null ? new byte[0] : entry.value(), type);
    } catch (MalformedRecordException e) {
      bury(entry, String.valueOf(e.getMessage()), e.badItems(), handler);
      return null;
    }
  }

  private <B> void readAllBatches(
      List<Read<ReadBatch<B>>> good, Class<B> type, BatchHandler<B> handler) {
    RuntimeException refusal = apply(good, handler);
    if (refusal == null) {
      return;
    }
    for (Read<ReadBatch<B>> one : good) {
      RuntimeException reason = good.size() == 1 ? refusal : apply(List.of(one), handler);
      if (reason != null) {
        readItemByItem(one.entry(), one.value(), type, handler, reason);
      }
    }
  }

  private <B> @Nullable RuntimeException apply(
      List<Read<ReadBatch<B>>> reads, BatchHandler<B> handler) {
    List<B> batches = reads.stream().map(one -> one.value().batch()).toList();
    return patience.attempt(
        () ->
            database.inTransaction(
                handle -> {
                  handler.on(handle, batches);
                  reads.forEach(
                      one -> buryItems(handle, one.entry(), one.value().badItems(), handler));
                }));
  }

  /** Good items do not go down with the one that cannot be applied. */
  private <B> void readItemByItem(
      ConsumerRecord<String, byte[]> entry,
      ReadBatch<B> read,
      Class<B> type,
      BatchHandler<B> handler,
      RuntimeException refusal) {
    List<BadItem> bad = new ArrayList<>(read.badItems());
    List<BatchOfOne<B>> items = WireFormat.split(read.batch(), type);
    for (BatchOfOne<B> one : items) {
      RuntimeException reason =
          patience.attempt(
              () -> database.inTransaction(handle -> handler.on(handle, List.of(one.batch()))));
      if (reason != null) {
        bad.add(new BadItem(one.item(), reason.toString()));
      }
    }
    if (items.isEmpty()) {
      bury(entry, refusal.toString(), List.of(), null);
    } else {
      patience.insist(
          () -> database.inTransaction(handle -> buryItems(handle, entry, bad, handler)));
    }
  }

  private void bury(
      ConsumerRecord<String, byte[]> entry,
      String reason,
      List<BadItem> items,
      @Nullable BatchHandler<?> handler) {
    patience.insist(
        () ->
            database.inTransaction(
                handle -> {
                  if (handler != null) {
                    items.forEach(item -> handler.malformed(handle, entry, item));
                  }
                  deadLetters.add(handle, entry, reason);
                }));
  }

  private void buryItems(
      Handle handle,
      ConsumerRecord<String, byte[]> entry,
      List<BadItem> items,
      BatchHandler<?> handler) {
    for (BadItem item : items) {
      handler.malformed(handle, entry, item);
      deadLetters.add(handle, entry, item);
    }
  }

  private record Read<R>(ConsumerRecord<String, byte[]> entry, R value) {}
}
