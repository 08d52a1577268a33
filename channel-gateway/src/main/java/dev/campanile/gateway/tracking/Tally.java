package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Receipt.Reader;
import dev.campanile.gateway.ledger.TrackedMessage;
import java.time.Instant;
import java.util.Comparator;

/** What came of one kind of reader at one place, added up. */
record Tally(TrackedMessage message, Reading first, Instant lastAt, long count)
    implements Comparable<Tally> {

  private static final Comparator<Tally> ORDER =
      Comparator.<Tally, java.util.UUID>comparing(it -> it.key().mark().message().value())
          .thenComparing(it -> it.key().mark().link())
          .thenComparing(it -> it.key().reader());

  record Key(Mark mark, Reader reader) {}

  static Tally of(TrackedMessage message, Reading reading) {
    return new Tally(message, reading, reading.at(), 1);
  }

  Key key() {
    return new Key(first.mark(), first.reader());
  }

  Tally and(Tally other) {
    boolean earlier = other.first.at().isBefore(first.at());
    return new Tally(
        message,
        earlier ? other.first : first,
        other.lastAt.isAfter(lastAt) ? other.lastAt : lastAt,
        count + other.count);
  }

  @Override
  public int compareTo(Tally other) {
    return ORDER.compare(this, other);
  }
}
