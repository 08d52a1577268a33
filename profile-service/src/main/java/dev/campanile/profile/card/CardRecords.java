package dev.campanile.profile.card;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.outbox.KeyedValue;
import dev.campanile.runtime.outbox.OutgoingRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts many contact updates into few rows of the outbox. */
final class CardRecords {

  private CardRecords() {}

  /** One row for each bucket, more only where a row would grow past the limits of a batch. */
  static List<OutgoingRecords> of(Collection<? extends ContactUpdate> updates) {
    Map<Bucket, List<KeyedValue>> byBucket =
        updates.stream()
            .collect(
                Collectors.groupingBy(
                    ContactUpdate::bucket,
                    TreeMap::new,
                    Collectors.mapping(CardRecords::keyed, Collectors.toList())));
    List<OutgoingRecords> rows = new ArrayList<>();
    byBucket.forEach((bucket, records) -> split(bucket, records, rows));
    return rows;
  }

  private static KeyedValue keyed(ContactUpdate update) {
    return new KeyedValue(update.recordKey(), WireFormat.write(update));
  }

  private static void split(Bucket bucket, List<KeyedValue> records, List<OutgoingRecords> rows) {
    List<KeyedValue> row = new ArrayList<>();
    int bytes = 0;
    for (KeyedValue next : records) {
      boolean full = row.size() == Batch.MAX_ITEMS || bytes + next.value().length > Batch.MAX_BYTES;
      if (full && !row.isEmpty()) {
        rows.add(new OutgoingRecords(Topic.PROFILE_CONTACTS, bucket, row));
        row = new ArrayList<>();
        bytes = 0;
      }
      row.add(next);
      bytes += next.value().length;
    }
    rows.add(new OutgoingRecords(Topic.PROFILE_CONTACTS, bucket, row));
  }
}
