package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.gate.Verdict;
import java.time.Instant;

/** What a decision of the gate makes of a message. */
public final class Gated {

  private Gated() {}

  public static Change by(Decided decided, Message message, Instant now) {
    Change change =
        switch (decided.decision().verdict()) {
          case Verdict.Send send ->
              Change.untold(
                  message.with(
                      message
                          .moved(Occurrence.GATE_PASSED, now)
                          .to(send.channel(), send.address(), decided.locale())
                          .passedGate(decided.cardVersion())));
          case Verdict.Defer defer -> deferred(defer, message, now);
          case Verdict.Skip skip -> skipped(skip, message, now);
        };
    return change.decidedBy(decided.decision().trace());
  }

  /** Rendering refused it, between the gate and the hand-off. */
  public static Change byRendering(Reason reason, String detail, Message message, Instant now) {
    return message.progress().possibleDuplicate()
        ? Doubt.givenUp(message, now)
        : skipped(message, reason, detail, now);
  }

  private static Change deferred(Verdict.Defer defer, Message message, Instant now) {
    Message after =
        message.with(
            message
                .moved(Occurrence.GATE_DEFERRED, now)
                .on(defer.channel())
                .because(defer.reason(), message.progress().answer())
                .due(defer.until()));
    return Change.told(
        after,
        new Receipt.Deferred(after.ref(), defer.channel(), defer.reason(), defer.until(), now));
  }

  /**
   * A message that may have left is not called skipped, and one whose retries ran out of time has
   * failed.
   */
  private static Change skipped(Verdict.Skip skip, Message message, Instant now) {
    if (message.progress().possibleDuplicate()) {
      return Doubt.givenUp(message, now);
    }
    if (skip.reason() == Reason.EXPIRED && message.progress().attempt() > 0) {
      return failed(message, Reason.PROVIDER_UNAVAILABLE, message.progress().answer(), now);
    }
    Message after =
        message.with(
            message
                .moved(Occurrence.GATE_SKIPPED, now)
                .on(skip.channel())
                .because(skip.reason(), null));
    return Change.told(after, new Receipt.Skipped(after.ref(), skip.channel(), skip.reason(), now));
  }

  private static Change skipped(Message message, Reason reason, String detail, Instant now) {
    Message after =
        message.with(message.moved(Occurrence.GATE_SKIPPED, now).because(reason, detail));
    return Change.told(
        after, new Receipt.Skipped(after.ref(), after.progress().channel(), reason, now));
  }

  static Change failed(
      Message message,
      Reason reason,
      @org.jspecify.annotations.Nullable String answer,
      Instant now) {
    Message after = message.with(message.moved(Occurrence.REFUSED, now).because(reason, answer));
    return Change.told(
        after,
        new Receipt.Failed(
            after.ref(), after.progress().channel(), reason, answer == null ? "" : answer, now));
  }
}
