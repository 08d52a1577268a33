package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The next progress of a message, while it is being written down. */
final class ProgressDraft {

  private final Progress before;
  private final MessageState state;
  private final Instant now;
  private @Nullable Channel channel;
  private @Nullable String address;
  private @Nullable String locale;
  private @Nullable Reason reason;
  private @Nullable String answer;
  private @Nullable Instant dueAt;
  private @Nullable Instant gatedAt;
  private long gatedCard;

  /** What made it wait before is over; what it is and where it goes stays until said otherwise. */
  ProgressDraft(Progress before, MessageState state, Instant now) {
    this.before = before;
    this.state = state;
    this.now = now;
    channel = before.channel();
    address = before.address();
    locale = before.locale();
    gatedAt = before.gatedAt();
    gatedCard = before.gatedCard();
  }

  ProgressDraft on(@Nullable Channel where) {
    channel = where;
    return this;
  }

  ProgressDraft to(Channel where, String whom, String language) {
    channel = where;
    address = whom;
    locale = language;
    return this;
  }

  ProgressDraft passedGate(long cardVersion) {
    gatedAt = now;
    gatedCard = cardVersion;
    return this;
  }

  ProgressDraft because(Reason why, @Nullable String providerAnswer) {
    reason = why;
    answer = providerAnswer;
    return this;
  }

  ProgressDraft due(Instant at) {
    dueAt = at;
    return this;
  }

  Progress done() {
    return new Progress(
        state,
        before.revision() + 1,
        now,
        channel,
        address,
        locale,
        reason,
        answer,
        dueAt,
        before.refusedChannels(),
        before.attempt(),
        before.possibleDuplicate(),
        gatedAt,
        gatedCard);
  }
}
