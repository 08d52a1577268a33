package dev.campanile.gateway.gate;

import org.jspecify.annotations.Nullable;

/** A question asked for each candidate channel. Answers {@code null} to let it pass on. */
interface ChannelCheck {

  Question question();

  @Nullable Refusal ask(Candidate candidate);
}
