package dev.campanile.gateway.gate;

import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A no the gateway heard itself binds until a card says that it knows of it; a card planned earlier
 * cannot bring consent back.
 */
final class RevocationCheck implements ChannelCheck {

  @Override
  public Question question() {
    return Question.REVOCATION;
  }

  @Override
  public @Nullable Refusal ask(Candidate candidate) {
    return candidate.context().revocations().stream()
        .filter(it -> concerns(it, candidate) && binds(it.topic(), candidate))
        .findFirst()
        .map(it -> new Refusal.No(Reason.OPTED_OUT, sentence(it)))
        .orElse(null);
  }

  private static boolean concerns(Revocation revocation, Candidate candidate) {
    return revocation.channel() == candidate.channel()
        && revocation.address().equals(candidate.address().address())
        && !candidate.card().foldedRevocations().contains(revocation.id());
  }

  private static boolean binds(ConsentTopic revoked, Candidate candidate) {
    return OptOut.of(revoked).binds(candidate.category(), candidate.channel(), candidate.topic());
  }

  private static String sentence(Revocation revocation) {
    String what =
        switch (OptOut.of(revocation.topic())) {
          case OptOut.Everything _ -> "STOP to everything was received on this address";
          case OptOut.AllMarketing _ -> "all marketing was unsubscribed at this address";
          case OptOut.OneTopic(var topic) -> topic + " was unsubscribed at this address";
        };
    return what + "; revocation " + revocation.id() + ", not yet on the card";
  }
}
