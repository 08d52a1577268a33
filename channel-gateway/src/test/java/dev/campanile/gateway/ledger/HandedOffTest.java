package dev.campanile.gateway.ledger;

import static dev.campanile.gateway.ledger.Messages.NOW;
import static dev.campanile.gateway.ledger.Messages.marketing;
import static dev.campanile.gateway.ledger.Messages.triedAgain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.ledger.HandedOff.Next;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HandedOffTest {

  private static final RetryPolicy RETRY =
      new RetryPolicy(Duration.ofSeconds(5), Duration.ofMinutes(15), 3);
  private static final HandOff ACCEPTED = new HandOff.Accepted("p-1");
  private static final HandOff REFUSED =
      new HandOff.Refused(
          Reason.PROVIDER_REJECTED, "5.1.1", "no such user", new HandOff.AddressFinding.Nothing());
  private static final HandOff BUSY =
      new HandOff.RefusedForNow(Reason.PROVIDER_UNAVAILABLE, Duration.ZERO, "come again");

  @Test
  void anAcceptedMessageIsToldWithItsProviderId() {
    Change change = changed(next(marketing(MessageState.SENDING), 1, ACCEPTED));

    assertThat(change.after().state()).isEqualTo(MessageState.ACCEPTED);
    assertThat(change.receipt())
        .isInstanceOfSatisfying(
            Receipt.Accepted.class,
            receipt -> {
              assertThat(receipt.providerId()).isEqualTo("p-1");
              assertThat(receipt.message().revision()).isEqualTo(6);
            });
  }

  @Test
  void aLateAnswerMakesAnUnknownOrUncertainMessageAccepted() {
    assertThat(changed(next(marketing(MessageState.UNKNOWN), 1, ACCEPTED)).after().state())
        .isEqualTo(MessageState.ACCEPTED);
    assertThat(changed(next(marketing(MessageState.UNCERTAIN), 1, ACCEPTED)).after().state())
        .isEqualTo(MessageState.ACCEPTED);
  }

  @Test
  void theAnswerThatComesAfterTheCallbackMovesNothingBack() {
    assertThat(next(marketing(MessageState.DELIVERED), 1, ACCEPTED))
        .isInstanceOf(Next.Unchanged.class);
    assertThat(next(marketing(MessageState.DELIVERED), 1, REFUSED))
        .isInstanceOf(Next.Unchanged.class);
    assertThat(next(marketing(MessageState.DELIVERED), 1, new HandOff.InDoubt("quit")))
        .isInstanceOf(Next.Unchanged.class);
  }

  @Test
  void theFirstAttemptAcceptedLateStopsTheSecondBeforeItStarts() {
    assertThat(changed(next(triedAgain(MessageState.RESERVED), 1, ACCEPTED)).after().state())
        .isEqualTo(MessageState.ACCEPTED);
  }

  @Test
  void theFirstAttemptRefusedLateDoesNotTouchTheSecond() {
    assertThat(next(triedAgain(MessageState.SENDING), 1, REFUSED))
        .isInstanceOf(Next.Unchanged.class);
    assertThat(next(triedAgain(MessageState.SENDING), 1, BUSY)).isInstanceOf(Next.Unchanged.class);
  }

  @Test
  void aMessageRefusedForNowWaitsLongerEachTime() {
    Message first = Messages.message(Category.MARKETING, MessageState.SENDING, 1, false);
    Message second = Messages.message(Category.MARKETING, MessageState.SENDING, 2, false);

    assertThat(changed(next(first, 1, BUSY)).after().progress().dueAt())
        .isEqualTo(NOW.plusSeconds(5));
    assertThat(changed(next(second, 2, BUSY)).after().progress().dueAt())
        .isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void aMessageRefusedForNowTooOftenHasFailedWithTheProvidersAnswer() {
    Message third = Messages.message(Category.MARKETING, MessageState.SENDING, 3, false);

    assertThat(changed(next(third, 3, BUSY)).receipt())
        .isInstanceOfSatisfying(
            Receipt.Failed.class,
            receipt -> {
              assertThat(receipt.reason()).isEqualTo(Reason.PROVIDER_UNAVAILABLE);
              assertThat(receipt.answer()).isEqualTo("come again");
            });
  }

  @Test
  void whatARateLimitRefusedIsNoAttempt() {
    Message fourth = Messages.message(Category.MARKETING, MessageState.SENDING, 4, false);

    assertThat(changed(next(fourth, 4, 2, BUSY)).after().progress().dueAt())
        .isEqualTo(NOW.plusSeconds(10));
    assertThat(changed(next(fourth, 4, 1, BUSY)).after().state()).isEqualTo(MessageState.FAILED);
  }

  @Test
  void aRateLimitNeverEndsAMessage() {
    Message often = Messages.message(Category.MARKETING, MessageState.SENDING, 40, false);
    HandOff slowDown =
        new HandOff.RefusedForNow(Reason.RATE_LIMITED, Duration.ofSeconds(8), "slow down");

    assertThat(changed(next(often, 40, 39, slowDown)).after().progress().dueAt())
        .isEqualTo(NOW.plusSeconds(8));
  }

  @Test
  void aMessageThatCannotBeTriedBeforeItExpiresHasFailed() {
    HandOff tomorrow =
        new HandOff.RefusedForNow(Reason.RATE_LIMITED, Duration.ofDays(2), "slow down");

    assertThat(changed(next(marketing(MessageState.SENDING), 1, tomorrow)).after().state())
        .isEqualTo(MessageState.FAILED);
  }

  @Test
  void aRefusedMessageLooksForItsNextChannelWithoutTheOneThatRefused() {
    assertThat(next(marketing(MessageState.SENDING), 1, REFUSED))
        .isInstanceOfSatisfying(
            Next.TryNextChannel.class,
            it ->
                assertThat(it.message().forGate().refusedChannels())
                    .containsExactly(Channel.EMAIL));
  }

  @Test
  void aMessageWhoseSecondAttemptIsRefusedIsUncertainBecauseTheFirstMayHaveLeft() {
    HandOff.Refused refused = (HandOff.Refused) REFUSED;

    assertThat(
            HandedOff.noChannelLeft(triedAgain(MessageState.SENDING), refused, NOW).after().state())
        .isEqualTo(MessageState.UNCERTAIN);
  }

  private static Next next(Message message, int attempt, HandOff handOff) {
    return next(message, attempt, 0, handOff);
  }

  private static Next next(Message message, int attempt, int limited, HandOff handOff) {
    return HandedOff.next(message, attempt, limited, Channel.EMAIL, handOff, RETRY, NOW);
  }

  private static Change changed(Next next) {
    assertThat(next).isInstanceOf(Next.Changed.class);
    return ((Next.Changed) next).change();
  }
}
