package dev.campanile.gateway.gate;

import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A no binds as far as it reaches. Marketing and surveys need a yes besides, to their topic or to
 * all marketing, and respect a pause.
 */
final class ConsentCheck implements ChannelCheck {

  @Override
  public Question question() {
    return Question.CONSENT;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    Refusal no = optedOut(candidate);
    if (no != null || candidate.message().isTest()) {
      return no;
    }
    return switch (candidate.category()) {
      case TRANSACTIONAL, SERVICE -> null;
      case SURVEY, MARKETING -> marketing(candidate);
    };
  }

  private static @Nullable Refusal optedOut(Candidate candidate) {
    return candidate.address().consents().stream()
        .filter(it -> it.state() == ConsentState.OPTED_OUT && binds(it.topic(), candidate))
        .findFirst()
        .map(it -> new Refusal.No(Reason.OPTED_OUT, "opted out of " + it.topic()))
        .orElse(null);
  }

  private static @Nullable Refusal marketing(Candidate candidate) {
    List<Consent> about =
        candidate.address().consents().stream().filter(it -> binds(it.topic(), candidate)).toList();
    return about.stream().anyMatch(ConsentCheck::isYes)
        ? paused(about, candidate)
        : noYes(candidate);
  }

  private static boolean binds(ConsentTopic topic, Candidate candidate) {
    return OptOut.of(topic).binds(candidate.category(), candidate.channel(), candidate.topic());
  }

  /** A yes to everything on the channel is no consent to marketing: it must name it. */
  private static boolean isYes(Consent consent) {
    return switch (consent.state()) {
      case OPTED_IN, IMPLIED -> !consent.topic().equals(ConsentTopic.ALL);
      case UNKNOWN, PENDING, OPTED_OUT -> false;
    };
  }

  private static Refusal noYes(Candidate candidate) {
    String topics =
        candidate.topic().equals(ConsentTopic.MARKETING)
            ? "marketing"
            : candidate.topic() + " or all marketing";
    return new Refusal.No(
        Reason.NO_CONSENT, "no opt-in to " + topics + " is known for this address");
  }

  private static @Nullable Refusal paused(List<Consent> about, Candidate candidate) {
    return about.stream()
        .flatMap(it -> Stream.ofNullable(it.pausedUntil()))
        .filter(until -> until.isAfter(candidate.now()))
        .max(Instant::compareTo)
        .map(
            until ->
                new Refusal.No(
                    Reason.PAUSED_UNTIL, "the customer asked for silence until " + until, until))
        .orElse(null);
  }
}
