package dev.campanile.gateway.ledger;

import static dev.campanile.gateway.ledger.Messages.NOW;
import static dev.campanile.gateway.ledger.Messages.marketing;
import static dev.campanile.gateway.ledger.Messages.triedAgain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.channel.DeliveryReport;
import dev.campanile.gateway.channel.DeliveryStatus;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import org.junit.jupiter.api.Test;

class ReportedTest {

  @Test
  void aDeliveredCallbackWinsOverNotKnowing() {
    assertThat(after(marketing(MessageState.UNKNOWN), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.DELIVERED);
    assertThat(after(marketing(MessageState.UNCERTAIN), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aCallbackThatOvertakesTheAnswerCounts() {
    assertThat(after(marketing(MessageState.SENDING), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void aRepeatedOrLateCallbackChangesNothing() {
    assertThat(after(marketing(MessageState.DELIVERED), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.DELIVERED);
    assertThat(after(marketing(MessageState.DELIVERED), 1, DeliveryStatus.SENT))
        .isEqualTo(MessageState.DELIVERED);
    assertThat(after(marketing(MessageState.BOUNCED), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.BOUNCED);
  }

  @Test
  void theFirstAttemptDeliveredLateEndsTheSecond() {
    assertThat(after(triedAgain(MessageState.DEFERRED), 1, DeliveryStatus.DELIVERED))
        .isEqualTo(MessageState.DELIVERED);
  }

  @Test
  void theFirstAttemptBouncedLateDoesNotTouchTheSecond() {
    assertThat(after(triedAgain(MessageState.SENDING), 1, DeliveryStatus.UNDELIVERED))
        .isEqualTo(MessageState.SENDING);
  }

  @Test
  void aReportOfAnAttemptThatNeverBeganIsNotOurs() {
    assertThat(
            Reported.isAboutOurs(
                report(2, DeliveryStatus.DELIVERED), marketing(MessageState.RESERVED)))
        .isFalse();
  }

  private static MessageState after(Message message, int attempt, DeliveryStatus status) {
    return Reported.change(report(attempt, status), message)
        .map(change -> change.after().state())
        .orElse(message.state());
  }

  private static DeliveryReport report(int attempt, DeliveryStatus status) {
    return new DeliveryReport(
        marketing(MessageState.SENDING).id(),
        attempt,
        Channel.SMS,
        "SM1",
        status,
        null,
        new AddressFinding.Nothing(),
        NOW);
  }
}
