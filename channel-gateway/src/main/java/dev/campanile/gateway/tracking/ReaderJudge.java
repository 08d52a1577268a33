package dev.campanile.gateway.tracking;

import dev.campanile.contracts.Receipt.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says who reads: a person, or a machine and of what kind. In doubt it is a person. */
final class ReaderJudge {

  /** Faster than anybody opens a mail, or finds a second link in it. */
  static final Duration TOO_FAST = Duration.ofSeconds(2);

  private static final int LONGEST_AGENT = 1_000;

  private final KnownReaders known;

  ReaderJudge(KnownReaders known) {
    this.known = known;
  }

  /** By what the request says of itself. */
  Reader byRequest(Visit visit) {
    String agent = visit.userAgent() == null ? "" : visit.userAgent().strip();
    String purpose = visit.purpose() == null ? "" : visit.purpose().toLowerCase(Locale.ROOT);
    if (purpose.contains("prefetch") || purpose.contains("preview")) {
      return Reader.PREFETCH;
    }
    if (agent.isEmpty() || agent.length() > LONGEST_AGENT) {
      return Reader.SCANNER;
    }
    return known.of(agent).orElse(visit.method().equals("HEAD") ? Reader.SCANNER : Reader.HUMAN);
  }

  /**
   * By when it was.
   *
   * @param handedOff when the message left; none when that is not known any more
   * @param clicks of the same message, before and after, by whoever is not known as another machine
   */
  Reader byTiming(Reading reading, @Nullable Instant handedOff, Collection<Reading> clicks) {
    boolean atOnce = handedOff != null && near(reading.at(), handedOff);
    return switch (reading.reader()) {
      case HUMAN -> atOnce || inAHurry(reading, clicks) ? Reader.SCANNER : Reader.HUMAN;
      // A proxy that comes before anybody can have looked fetched ahead.
      case PROXY -> atOnce ? Reader.PREFETCH : Reader.PROXY;
      case PREFETCH -> Reader.PREFETCH;
      case SCANNER -> Reader.SCANNER;
    };
  }

  private static boolean inAHurry(Reading reading, Collection<Reading> clicks) {
    return !reading.mark().isPixel()
        && clicks.stream()
            .anyMatch(
                other ->
                    !other.mark().link().equals(reading.mark().link())
                        && near(other.at(), reading.at()));
  }

  private static boolean near(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOO_FAST) < 0;
  }
}
