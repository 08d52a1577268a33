package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.channel.HandOff;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the answer to a hand-off makes of a message. Late answers count as far as they are true. */
public final class HandedOff {

  private HandedOff() {}

  /** What is to be done about the message itself. */
  public sealed interface Next {
    record Unchanged() implements Next {}

    record Changed(Change change) implements Next {}

    /** The provider refused it for good on its channel: the gate looks for another. */
    record TryNextChannel(Message message, HandOff.Refused refused) implements Next {}
  }

  /**
   * @param limited how many attempts before this one a rate limit refused
   */
  public static Next next(
      Message message,
      int attempt,
      int limited,
      Channel channel,
      HandOff handOff,
      RetryPolicy retry,
      Instant now) {
    boolean earlier = attempt < message.progress().attempt();
    return switch (handOff) {
      case HandOff.Accepted accepted -> accepted(message, attempt, channel, accepted, now);
      case HandOff.RefusedForNow refused ->
          earlier || !possible(message, Occurrence.REFUSED_FOR_NOW)
              ? new Next.Unchanged()
              : new Next.Changed(refusedForNow(message, attempt, limited, refused, retry, now));
      case HandOff.Refused refused ->
          earlier ? new Next.Unchanged() : refused(message, channel, refused, now);
      case HandOff.InDoubt _ ->
          earlier || !possible(message, Occurrence.LOST_SIGHT)
              ? new Next.Unchanged()
              : new Next.Changed(Doubt.lostSight(message, attempt, now));
    };
  }

  /** No channel is left. */
  public static Change noChannelLeft(Message message, HandOff.Refused refused, Instant now) {
    return message.progress().possibleDuplicate()
        ? Doubt.givenUp(message, now)
        : Gated.failed(message, refused.reason(), refused.answer(), now);
  }

  public static Attempt attempt(
      Message message, int number, Channel channel, HandOff handOff, Instant now) {
    return switch (handOff) {
      case HandOff.Accepted it ->
          attempt(
              message, number, channel, AttemptState.ACCEPTED, now, it.providerId(), null, null);
      case HandOff.RefusedForNow it ->
          attempt(
              message,
              number,
              channel,
              AttemptState.REFUSED_FOR_NOW,
              now,
              null,
              it.reason().name(),
              it.answer());
      case HandOff.Refused it ->
          attempt(
              message, number, channel, AttemptState.REFUSED, now, null, it.code(), it.answer());
      case HandOff.InDoubt it ->
          attempt(message, number, channel, AttemptState.IN_DOUBT, now, null, null, it.phase());
    };
  }

  private static Next refused(
      Message message, Channel channel, HandOff.Refused refused, Instant now) {
    if (possible(message, Occurrence.GATE_PASSED)) {
      return new Next.TryNextChannel(message.withoutChannel(channel), refused);
    }
    // Too late for another channel; and of two attempts, the other one may still have left.
    return possible(message, Occurrence.REFUSED) && !message.progress().possibleDuplicate()
        ? new Next.Changed(noChannelLeft(message, refused, now))
        : new Next.Unchanged();
  }

  private static boolean possible(Message message, Occurrence occurrence) {
    return Transitions.from(message.state(), occurrence).isPresent();
  }

  private static Next accepted(
      Message message, int attempt, Channel channel, HandOff.Accepted accepted, Instant now) {
    Optional<ProgressDraft> draft = message.after(Occurrence.ACCEPTED, now);
    if (draft.isEmpty()) {
      return new Next.Unchanged();
    }
    Message after = message.with(draft.get().on(channel));
    return new Next.Changed(
        Change.told(
            after,
            new Receipt.Accepted(
                after.ref(),
                channel,
                attempt,
                accepted.providerId(),
                after.progress().possibleDuplicate(),
                now)));
  }

  private static Change refusedForNow(
      Message message,
      int attempt,
      int limited,
      HandOff.RefusedForNow refused,
      RetryPolicy retry,
      Instant now) {
    Optional<Instant> at =
        retry.next(
            attempt,
            limited,
            refused.reason(),
            refused.retryAfter(),
            now,
            message.intent().expiresAt());
    if (at.isEmpty()) {
      return message.progress().possibleDuplicate()
          ? Doubt.givenUp(message, now)
          : Gated.failed(message, refused.reason(), refused.answer(), now);
    }
    Message after =
        message.with(
            message
                .moved(Occurrence.REFUSED_FOR_NOW, now)
                .because(Reason.RETRY, refused.answer())
                .due(at.get()));
    return Change.told(
        after,
        new Receipt.Deferred(after.ref(), after.progress().channel(), Reason.RETRY, at.get(), now));
  }

  private static Attempt attempt(
      Message message,
      int number,
      Channel channel,
      AttemptState state,
      Instant now,
      @Nullable String providerId,
      @Nullable String code,
      @Nullable String answer) {
    return new Attempt(
        message.id(),
        message.intent().plannedOn(),
        number,
        channel,
        state,
        now,
        providerId,
        code,
        answer);
  }
}
