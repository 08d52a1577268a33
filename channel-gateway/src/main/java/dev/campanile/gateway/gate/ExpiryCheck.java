package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** A late message is worth nothing. */
final class ExpiryCheck implements MessageCheck {

  @Override
  public Question question() {
    return Question.EXPIRY;
  }

  @Override
  public @Nullable Refusal ask(GateMessage message, GateContext context) {
    return context.now().isBefore(message.expiresAt())
        ? null
        : new Refusal.No(Reason.EXPIRED, "it expired at " + message.expiresAt());
  }
}
