package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** Erased wins over any card. */
final class ErasureCheck implements MessageCheck {

  @Override
  public Question question() {
    return Question.ERASURE;
  }

  @Override
  public @Nullable Refusal ask(GateMessage message, GateContext context) {
    return context.card() instanceof CardState.Erased
        ? new Refusal.No(Reason.ERASED, "the customer was erased")
        : null;
  }
}
