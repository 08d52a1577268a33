package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Obeys the controls of the run, and the kill switch. */
final class RunCheck implements MessageCheck {

  /** To resume asks at once; this is for a word that got lost. */
  static final Duration PAUSE = Duration.ofMinutes(10);

  @Override
  public Question question() {
    return Question.RUN;
  }

  @Override
  public @Nullable Refusal ask(GateMessage message, GateContext context) {
    return switch (context.run()) {
      case RUNNING -> null;
      case PAUSED ->
          new Refusal.NotYet(Reason.RUN_PAUSED, "the run is paused", context.now().plus(PAUSE));
      case CANCELLED -> new Refusal.No(Reason.RUN_CANCELLED, "the run was cancelled");
      case KILLED -> new Refusal.No(Reason.KILLED, "the kill switch ended it");
    };
  }
}
