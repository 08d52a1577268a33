package dev.campanile.gateway.gate;

import dev.campanile.contracts.ContactCard.OpenCase;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Source;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nobody is advertised to, or asked how we did, while waiting on a service case. */
final class OpenCaseCheck implements ChannelCheck {

  /** How often a held survey asks whether the case has closed. */
  static final Duration HOLD = Duration.ofHours(1);

  @Override
  public Question question() {
    return Question.OPEN_CASE;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    Optional<OpenCase> oldest =
        candidate.card().openCases().stream()
            .min(Comparator.comparing(OpenCase::openedAt).thenComparing(OpenCase::key));
    if (oldest.isEmpty() || candidate.message().isTest()) {
      return null;
    }
    return switch (candidate.category()) {
      case TRANSACTIONAL, SERVICE -> null;
      case SURVEY -> hold(oldest.get(), candidate);
      case MARKETING -> suppress(oldest.get(), candidate.message().source());
    };
  }

  private static Refusal hold(OpenCase waiting, Candidate candidate) {
    return new Refusal.NotYet(Reason.OPEN_CASE, sentence(waiting), candidate.now().plus(HOLD));
  }

  /** A campaign drops: its offer is of today. */
  private static Refusal suppress(OpenCase waiting, Source source) {
    return switch (source) {
      case Source.Campaign _, Source.Transactional _, Source.Test _ ->
          new Refusal.No(Reason.OPEN_CASE, sentence(waiting));
    };
  }

  private static String sentence(OpenCase waiting) {
    return "case " + waiting.key() + " is open since " + waiting.openedAt();
  }
}
