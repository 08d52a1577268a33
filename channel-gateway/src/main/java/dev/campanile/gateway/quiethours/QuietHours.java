package dev.campanile.gateway.quiethours;

import dev.campanile.contracts.MessageId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a channel stays silent for a customer. Every zone the customer may be in must allow the
 * hour, and so must both the default and the country's own hours. Safe for concurrent use.
 */
@Singleton
public final class QuietHours {

  /** How far ahead an opening is looked for; further ones could not be waited for anyway. */
  private static final Duration HORIZON = Duration.ofDays(8);

  private final QuietHoursPolicy policy;

  /** With the hours that ship with the gateway. */
  @Inject
  public QuietHours() {
    this(QuietHoursFile.readShipped());
  }

  QuietHours(QuietHoursPolicy policy) {
    this.policy = policy;
  }

  /**
   * When the message may go. Held messages are spread over the first minutes of the window, each
   * always to the same instant, so that its opening is not a burst.
   *
   * @param expiresAt it must go before
   */
  public Release release(Reach reach, MessageId message, Instant now, Instant expiresAt) {
    List<LocalCalendar> calendars = policy.calendars(reach);
    Optional<LocalCalendar> closed = calendars.stream().filter(it -> !it.allows(now)).findFirst();
    if (closed.isEmpty()) {
      return new Release.Now();
    }
    String why = closed.get().describe(now);
    return firstWindow(calendars, now)
        .map(window -> held(window, message, now, expiresAt, why))
        .orElseGet(() -> new Release.Never(null, why + "; no hour of the next days suits"));
  }

  private Release held(
      Window window, MessageId message, Instant now, Instant expiresAt, String why) {
    Instant opening = window.from();
    if (opening.isAfter(now.plus(policy.maxDefer()))) {
      return new Release.Never(opening, why + "; the next opening is too far away to wait for");
    }
    if (!opening.isBefore(expiresAt)) {
      return new Release.Never(opening, why + "; the message expires before the next opening");
    }
    return new Release.Later(opening.plus(offset(window, message, expiresAt)), why);
  }

  private Duration offset(Window window, MessageId message, Instant expiresAt) {
    Instant end = window.from().plus(policy.spread());
    end = end.isAfter(window.to()) ? window.to() : end;
    end = end.isAfter(expiresAt) ? expiresAt : end;
    long millis = Math.max(1, Duration.between(window.from(), end).toMillis());
    // The id is a hash already: its low bits are spread evenly.
    long low = message.value().getLeastSignificantBits();
    return Duration.ofMillis(Long.remainderUnsigned(low, millis));
  }

  /** The first span of time that lies within a window of every calendar. */
  private static Optional<Window> firstWindow(List<LocalCalendar> calendars, Instant now) {
    Instant at = now;
    while (at.isBefore(now.plus(HORIZON))) {
      Window common = new Window(at, Instant.MAX);
      for (LocalCalendar calendar : calendars) {
        Optional<Window> window = calendar.windowAtOrAfter(at);
        if (window.isEmpty()) {
          return Optional.empty();
        }
        common = common.overlap(window.get());
      }
      if (common.from().equals(at)) {
        return Optional.of(common);
      }
      at = common.from();
    }
    return Optional.empty();
  }
}
