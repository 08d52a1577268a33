package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.quiethours.QuietHours;
import dev.campanile.gateway.quiethours.Reach;
import dev.campanile.gateway.quiethours.Release;
import org.jspecify.annotations.Nullable;

/** Holds a message that would disturb, as long as waiting makes sense. */
final class QuietHoursCheck implements ChannelCheck {

  private final QuietHours quietHours;

  QuietHoursCheck(QuietHours quietHours) {
    this.quietHours = quietHours;
  }

  @Override
  public Question question() {
    return Question.QUIET_HOURS;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    if (candidate.message().isTest()) {
      return null;
    }
    Reach reach =
        new Reach(
            candidate.channel(),
            candidate.category(),
            candidate.card().country(),
            candidate.card().zones());
    GateMessage message = candidate.message();
    return switch (quietHours.release(reach, message.id(), candidate.now(), message.expiresAt())) {
      case Release.Now _ -> null;
      case Release.Later(var at, var why) -> new Refusal.NotYet(Reason.QUIET_HOURS, why, at);
      case Release.Never(var opening, var why) -> new Refusal.No(Reason.QUIET_HOURS, why, opening);
    };
  }
}
