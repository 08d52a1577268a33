package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a message came.
 *
 * @param revision rises with every change of state
 * @param channel where it goes, went or was last refused
 * @param locale BCP 47, the language it is written in
 * @param reason why it waits or was refused
 * @param answer the provider's words, or what is wrong with the template
 * @param refusedChannels whose providers refused it for good
 * @param attempt how many hand-offs were begun
 * @param possibleDuplicate an earlier attempt may have left
 * @param gatedAt when the gate last let it pass
 * @param gatedCard the version of the card it passed with
 */
public record Progress(
    MessageState state,
    int revision,
    Instant changedAt,
    @Nullable Channel channel,
    @Nullable String address,
    @Nullable String locale,
    @Nullable Reason reason,
    @Nullable String answer,
    @Nullable Instant dueAt,
    Set<Channel> refusedChannels,
    int attempt,
    boolean possibleDuplicate,
    @Nullable Instant gatedAt,
    long gatedCard) {

  public Progress {
    refusedChannels = Set.copyOf(refusedChannels);
  }

  static Progress none(Instant now) {
    return new Progress(
        MessageState.REQUESTED,
        0,
        now,
        null,
        null,
        null,
        null,
        null,
        null,
        Set.of(),
        0,
        false,
        null,
        0);
  }

  Progress refusedOn(Channel refused) {
    Set<Channel> more = new HashSet<>(refusedChannels);
    more.add(refused);
    return new Progress(
        state,
        revision,
        changedAt,
        channel,
        address,
        locale,
        reason,
        answer,
        dueAt,
        more,
        attempt,
        possibleDuplicate,
        gatedAt,
        gatedCard);
  }

  /** Written ahead: from here on it may have left. */
  Progress started(Instant now) {
    return new Progress(
        MessageState.SENDING,
        revision + 1,
        now,
        channel,
        address,
        locale,
        reason,
        answer,
        dueAt,
        refusedChannels,
        attempt + 1,
        possibleDuplicate,
        gatedAt,
        gatedCard);
  }

  Progress mayHaveLeft() {
    return new Progress(
        state,
        revision,
        changedAt,
        channel,
        address,
        locale,
        reason,
        answer,
        dueAt,
        refusedChannels,
        attempt,
        true,
        gatedAt,
        gatedCard);
  }
}
