package dev.campanile.gateway.decision;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Topic;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** Tells the others what changed, by receipts, and who counts it here. */
@ApplicationScoped
public class Outgoing {

  private final Outbox outbox;
  private final Event<LedgerChanged> changed;

  Outgoing(Outbox outbox, Event<LedgerChanged> changed) {
    this.outbox = outbox;
    this.changed = changed;
  }

  /** Call it last in the transaction: it takes buckets' locks. */
  public void tell(Handle handle, Collection<Change> changes) {
    tell(handle, changes, List.of());
  }

  /**
   * @param besides what is not about a message, with its own buckets
   */
  public void tell(Handle handle, Collection<Change> changes, Collection<OutgoingRecords> besides) {
    Map<Bucket, List<Receipt>> byBucket = new TreeMap<>();
    for (Change change : changes) {
      Receipt receipt = change.receipt();
      if (receipt != null) {
        byBucket
            .computeIfAbsent(change.after().intent().bucket(), _ -> new ArrayList<>())
            .add(receipt);
      }
    }
    List<OutgoingRecords> records = new ArrayList<>(besides);
    byBucket.forEach((bucket, receipts) -> records.addAll(batches(bucket, receipts)));
    outbox.add(handle, records);
    if (!changes.isEmpty()) {
      changed.fire(LedgerChanged.by(changes));
    }
  }

  private static List<OutgoingRecords> batches(Bucket bucket, List<Receipt> receipts) {
    List<OutgoingRecords> batches = new ArrayList<>();
    for (int from = 0; from < receipts.size(); from += Batch.MAX_ITEMS) {
      List<Receipt> part =
          receipts.subList(from, Math.min(receipts.size(), from + Batch.MAX_ITEMS));
      batches.add(OutgoingRecords.batch(Topic.MESSAGE_RECEIPTS, new MessageReceipts(bucket, part)));
    }
    return batches;
  }
}
