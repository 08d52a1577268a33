package dev.campanile.gateway.gate;

import dev.campanile.contracts.SuppressionReason;
import org.jspecify.annotations.Nullable;

/**
 * Suppressed addresses get nothing; only a transactional message still tries an address that has
 * not bounced for good.
 */
final class SuppressionCheck implements ChannelCheck {

  @Override
  public Question question() {
    return Question.SUPPRESSION;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    SuppressionReason why = candidate.address().suppression();
    return why == null || !binds(why, candidate)
        ? null
        : new Refusal.No(why.reason(), sentence(why));
  }

  private static boolean binds(SuppressionReason why, Candidate candidate) {
    return switch (candidate.category()) {
      case TRANSACTIONAL -> why == SuppressionReason.HARD || candidate.message().isTest();
      case SERVICE, SURVEY, MARKETING -> true;
    };
  }

  private static String sentence(SuppressionReason why) {
    return switch (why) {
      case HARD -> "the address is suppressed: it bounced for good";
      case SOFT -> "the address is suppressed: it bounced too often in a row";
      case COMPLAINT -> "the address is suppressed: its holder complained";
      case MANUAL -> "the address is suppressed by hand";
    };
  }
}
