package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import org.jspecify.annotations.Nullable;

/** While an allow-list is set, nobody else is written to. */
final class RecipientCheck implements ChannelCheck {

  private final AllowList allowList;

  RecipientCheck(AllowList allowList) {
    this.allowList = allowList;
  }

  @Override
  public Question question() {
    return Question.RECIPIENT;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    return allowList.allows(candidate.address().address())
        ? null
        : new Refusal.No(
            Reason.RECIPIENT_NOT_ALLOWED,
            "this installation may write to the addresses of its allow-list only");
  }
}
