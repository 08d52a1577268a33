package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.channel.DeliveryReport;
import java.util.Optional;

/** What a provider's later word makes of a message. */
public final class Reported {

  private Reported() {}

  /** Whether such a hand-off was ever begun. */
  public static boolean isAboutOurs(DeliveryReport report, Message message) {
    return report.attempt() >= 1 && report.attempt() <= message.progress().attempt();
  }

  public static Attempt attempt(DeliveryReport report, Message message) {
    AttemptState state =
        switch (report.status()) {
          case SENT -> AttemptState.ACCEPTED;
          case DELIVERED -> AttemptState.DELIVERED;
          case UNDELIVERED, FAILED -> AttemptState.BOUNCED;
        };
    return new Attempt(
        message.id(),
        message.intent().plannedOn(),
        report.attempt(),
        report.channel(),
        state,
        report.at(),
        report.providerId(),
        report.code(),
        null);
  }

  /** Empty when it changes nothing: repeated, late, or about an attempt that no longer matters. */
  public static Optional<Change> change(DeliveryReport report, Message message) {
    Occurrence occurrence =
        switch (report.status()) {
          case SENT -> Occurrence.ACCEPTED;
          case DELIVERED -> Occurrence.DELIVERED;
          case UNDELIVERED, FAILED -> Occurrence.BOUNCED;
        };
    if (report.attempt() < message.progress().attempt() && !occurrence.countsForEarlierAttempts()) {
      return Optional.empty();
    }
    return message
        .after(occurrence, report.at())
        .map(draft -> message.with(draft.on(report.channel())))
        .map(after -> Change.told(after, receipt(report, after)));
  }

  private static Receipt.OfMessage receipt(DeliveryReport report, Message after) {
    Channel channel = report.channel();
    return switch (report.status()) {
      case SENT ->
          new Receipt.Accepted(
              after.ref(),
              channel,
              report.attempt(),
              report.providerId(),
              after.progress().possibleDuplicate(),
              report.at());
      case DELIVERED -> new Receipt.Delivered(after.ref(), channel, report.attempt(), report.at());
      case UNDELIVERED, FAILED ->
          new Receipt.Bounced(
              after.ref(),
              channel,
              report.attempt(),
              report.code() == null ? report.status().name() : report.code(),
              report.at());
    };
  }
}
