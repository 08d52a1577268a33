package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.contracts.Topic;
import dev.campanile.gateway.ledger.TrackedMessage;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Decides who read, counts it and tells the others, in one transaction. Not before it is known what
 * came within the next seconds: a scanner is told by its haste, and its first click looks like a
 * person's.
 */
@ApplicationScoped
class Judgement {

  /** As long as haste is looked for, and a second more for what is written meanwhile. */
  static final Duration RIPE = ReaderJudge.TOO_FAST.plusSeconds(1);

  /** No more than a record of receipts holds. */
  private static final int BATCH = 500;

  private final Database database;
  private final ReadingRepository readings;
  private final Outbox outbox;
  private final ReadingMeters meters;
  private final InstantSource clock;
  private final ReaderJudge judge;

  Judgement(
      Database database,
      ReadingRepository readings,
      Outbox outbox,
      ReadingMeters meters,
      InstantSource clock) {
    this.database = database;
    this.readings = readings;
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
    this.judge = new ReaderJudge(KnownReaders.readShipped());
  }

  Reader byRequest(Visit visit) {
    return judge.byRequest(visit);
  }

  /** Answers whether there may be more. */
  boolean pass() {
    Batch batch = database.transaction(this::judged);
    batch.tallies().forEach(it -> meters.read(it.key().mark(), it.key().reader(), it.count()));
    return batch.full();
  }

  private Batch judged(Handle handle) {
    List<ArrivedReading> ripe = readings.takeRipe(handle, clock.instant().minus(RIPE), BATCH);
    if (ripe.isEmpty()) {
      return new Batch(List.of(), false);
    }
    Map<MessageId, List<Reading>> clicks = clicks(handle, ripe);
    Map<Tally.Key, Tally> tallies = new HashMap<>();
    for (ArrivedReading one : ripe) {
      TrackedMessage message = one.message();
      if (message != null) {
        Reader reader =
            judge.byTiming(
                one.reading(),
                message.handedOff(),
                clicks.getOrDefault(message.ref().id(), List.of()));
        Tally tally = Tally.of(message, one.reading().by(reader));
        tallies.merge(tally.key(), tally, Tally::and);
      }
    }
    tell(handle, tallies);
    return new Batch(tallies.values(), ripe.size() == BATCH);
  }

  /** All of a message's, those of this batch among them. */
  private Map<MessageId, List<Reading>> clicks(Handle handle, List<ArrivedReading> ripe) {
    List<Reading> ours =
        ripe.stream()
            .map(ArrivedReading::reading)
            .filter(it -> !it.mark().isPixel())
            .filter(it -> it.reader() == Reader.HUMAN || it.reader() == Reader.SCANNER)
            .toList();
    Set<MessageId> messages =
        ours.stream().map(it -> it.mark().message()).collect(Collectors.toSet());
    Map<MessageId, List<Reading>> clicks = new HashMap<>();
    if (!messages.isEmpty()) {
      readings
          .clicks(handle, messages)
          .forEach((message, others) -> clicks.put(message, new ArrayList<>(others)));
    }
    ours.forEach(it -> clicks.computeIfAbsent(it.mark().message(), _ -> new ArrayList<>()).add(it));
    return clicks;
  }

  private void tell(Handle handle, Map<Tally.Key, Tally> tallies) {
    if (tallies.isEmpty()) {
      return;
    }
    Map<Bucket, List<Receipt>> byBucket = new TreeMap<>();
    for (Tally.Key key : readings.count(handle, tallies.values())) {
      Tally tally = tallies.get(key);
      if (tally != null) {
        byBucket
            .computeIfAbsent(tally.message().bucket(), _ -> new ArrayList<>())
            .add(receipt(tally));
      }
    }
    outbox.add(
        handle,
        byBucket.entrySet().stream()
            .map(
                it ->
                    OutgoingRecords.batch(
                        Topic.MESSAGE_RECEIPTS, new MessageReceipts(it.getKey(), it.getValue())))
            .toList());
  }

  private static Receipt receipt(Tally tally) {
    TrackedMessage message = tally.message();
    Reading first = tally.first();
    return first.mark().isPixel()
        ? new Receipt.Opened(
            first.id(), message.ref(), message.channel(), first.reader(), first.at())
        : new Receipt.Clicked(
            first.id(),
            message.ref(),
            message.channel(),
            first.mark().link(),
            first.reader(),
            first.at());
  }

  private record Batch(Collection<Tally> tallies, boolean full) {}
}
