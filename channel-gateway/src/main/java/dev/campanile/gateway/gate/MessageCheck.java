package dev.campanile.gateway.gate;

import org.jspecify.annotations.Nullable;

/** A question asked once per message. Answers {@code null} to let it pass on. */
interface MessageCheck {

  Question question();

  @Nullable Refusal ask(GateMessage message, GateContext context);
}
