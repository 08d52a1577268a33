package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two customers that share an inbox get a run once. */
final class SharedAddressCheck implements ChannelCheck {

  @Override
  public Question question() {
    return Question.SHARED_ADDRESS;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    Set<String> taken = candidate.context().claimed().getOrDefault(candidate.channel(), Set.of());
    return taken.contains(candidate.address().address()) && !candidate.message().isTest()
        ? new Refusal.No(Reason.SHARED_ADDRESS, "another customer with this address gets this run")
        : null;
  }
}
