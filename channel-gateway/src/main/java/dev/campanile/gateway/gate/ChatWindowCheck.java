package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Outside the provider's chat window only an approved template goes. */
final class ChatWindowCheck implements ChannelCheck {

  /** While somebody asks the provider. */
  static final Duration ASK_AGAIN = Duration.ofSeconds(5);

  @Override
  public Question question() {
    return Question.CHAT_WINDOW;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    return switch (candidate.channel()) {
      case CHAT -> chat(candidate);
      case EMAIL, SMS, PUSH -> null;
    };
  }

  private static @Nullable Refusal chat(Candidate candidate) {
    Instant lastInbound = candidate.context().lastInbound().get(candidate.address().address());
    if (ChatWindow.isOpen(lastInbound, candidate.now())) {
      return null;
    }
    String wrote =
        lastInbound == null ? "the customer never wrote" : "the customer last wrote " + lastInbound;
    return switch (candidate.context().content().chatTemplate()) {
      case APPROVED -> null;
      case NOT_APPROVED ->
          new Refusal.No(
              Reason.TEMPLATE_NOT_APPROVED,
              wrote + " and the content's template is not approved by the provider");
      case UNKNOWN ->
          new Refusal.NotYet(
              Reason.TEMPLATE_NOT_APPROVED,
              wrote + " and the provider has not said yet whether the template is approved",
              candidate.now().plus(ASK_AGAIN));
      case NONE ->
          new Refusal.No(
              Reason.OUTSIDE_CHAT_WINDOW, wrote + " and the content has no chat template");
    };
  }
}
