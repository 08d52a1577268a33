package dev.campanile.campaign.run;

import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run that the pump has to itself for a moment.
 *
 * @param lastBucket the bucket that was served last
 * @param unanswered messages the gateway was asked for and has not answered
 * @param cancelReason what a cancelled run's pending messages are skipped with
 * @param messagesPerSecond how fast the run may be sent; none for as fast as it goes
 * @param pacedUntil until when what was requested lasts at that speed; none before the first
 * @param headers the launch's trace
 */
record PumpTurn(
    Category category,
    int lastBucket,
    long unanswered,
    RunControl.State control,
    @Nullable Reason cancelReason,
    SendingState sending,
    @Nullable Integer messagesPerSecond,
    @Nullable Instant pacedUntil,
    Map<String, String> headers) {

  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration CAUGHT_UP = Duration.ofSeconds(1);

  PumpTurn {
    headers = Map.copyOf(headers);
  }

  /** Why pending messages are skipped for good; null when they are not. */
  @Nullable Reason skips() {
    if (cancelReason != null) {
      return cancelReason;
    }
    return sending == SendingState.KILLED ? Reason.KILLED : null;
  }

  /** How long the run is ahead of its speed. */
  Duration ahead(Instant now) {
    return pacedUntil == null || !pacedUntil.isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, pacedUntil);
  }

  /** What may be requested at once, a batch at the least. */
  long atOnce() {
    return messagesPerSecond == null
        ? Long.MAX_VALUE
        : (long) messagesPerSecond * STEP.toMillis() / 1_000;
  }

  /**
   * Until when these messages last. What a run was behind is made up for, but no more than a
   * moment: a pause is followed by no flood.
   */
  @Nullable Instant paceAfter(int messages, Instant now) {
    if (messagesPerSecond == null) {
      return null;
    }
    Instant earliest = pacedUntil == null ? now : now.minus(CAUGHT_UP);
    Instant from = pacedUntil == null || pacedUntil.isBefore(earliest) ? earliest : pacedUntil;
    return from.plusNanos(messages * 1_000_000_000L / messagesPerSecond);
  }

  boolean waits() {
    return control == RunControl.State.PAUSED || sending == SendingState.PAUSED;
  }
}
