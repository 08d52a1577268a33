package dev.campanile.gateway.gate;

import dev.campanile.contracts.Reason;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the customer must be at least as new as what the message was planned with. For
 * marketing and surveys, profile-service must moreover have been heard of lately: consent may have
 * changed unheard.
 */
final class CardCheck implements MessageCheck {

  static final Duration RETRY = Duration.ofSeconds(1);
  static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public Question question() {
    return Question.CARD;
  }

  @Override
  public @Nullable Refusal ask(GateMessage message, GateContext context) {
    return switch (context.card()) {
      case CardState.Missing _ -> behind(message, context, "there is no card of the customer yet");
      // The question before has refused these; here it can only mean the card is gone.
      case CardState.Erased _ -> behind(message, context, "there is no card of the customer");
      case CardState.Known(var card) ->
          card.version() < message.cardVersion()
              ? behind(
                  message,
                  context,
                  "the card has version %d, the message was planned with %d"
                      .formatted(card.version(), message.cardVersion()))
              : silence(message, context);
      // Nobody is waited for: whoever holds the address has been asked.
      case CardState.OfAddress _ -> null;
    };
  }

  private static Refusal behind(GateMessage message, GateContext context, String detail) {
    return context.now().isBefore(message.arrivedAt().plus(PATIENCE))
        ? new Refusal.NotYet(Reason.CARD_PENDING, detail, context.now().plus(RETRY))
        : new Refusal.No(
            Reason.CARD_PENDING, detail + ", after " + PATIENCE.toSeconds() + " seconds");
  }

  /** Never gives up before the message expires: nothing is wrong with the message. */
  private static @Nullable Refusal silence(GateMessage message, GateContext context) {
    if (message.isTest() || !Gate.asksForHeartbeat(message.category())) {
      return null;
    }
    Instant heartbeat = context.heartbeat();
    if (heartbeat != null && !heartbeat.isBefore(context.now().minus(Gate.HEARTBEAT_AGE))) {
      return null;
    }
    return new Refusal.NotYet(
        Reason.CARD_PENDING,
        heartbeat == null
            ? "profile-service was never heard of for this bucket"
            : "profile-service was last heard of at " + heartbeat,
        context.now().plus(RETRY));
  }
}
