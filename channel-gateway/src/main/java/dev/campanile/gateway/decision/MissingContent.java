package dev.campanile.gateway.decision;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.gate.Decision;
import dev.campanile.gateway.gate.Question;
import dev.campanile.gateway.gate.Trace;
import dev.campanile.gateway.gate.Verdict;
import dev.campanile.gateway.ledger.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A request can overtake its content, on another topic: it waits a little, then is refused. */
final class MissingContent {

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private MissingContent() {}

  static Decision decide(Intent intent, Instant now) {
    boolean patient = now.isBefore(intent.arrivedAt().plus(PATIENCE));
    Instant until = now.plus(RETRY);
    Trace trace =
        new Trace(
            now,
            null,
            List.of(),
            new Trace.Refused(
                Question.CARD,
                Reason.TEMPLATE_ERROR,
                "content " + intent.content().recordKey() + " has not arrived",
                patient ? until : null),
            List.of(),
            List.of());
    return new Decision(
        patient
            ? new Verdict.Defer(null, Reason.TEMPLATE_ERROR, until)
            : new Verdict.Skip(null, Reason.TEMPLATE_ERROR),
        trace);
  }
}
