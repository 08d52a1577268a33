package dev.campanile.gateway.gate;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.gateway.gate.Customer.customer;
import static dev.campanile.gateway.gate.Customer.optedIn;
import static dev.campanile.gateway.gate.Customer.optedOut;
import static dev.campanile.gateway.gate.Letter.NOON;
import static dev.campanile.gateway.gate.Letter.marketing;
import static dev.campanile.gateway.gate.Letter.service;
import static dev.campanile.gateway.gate.Situation.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.WireFormat;
import org.junit.jupiter.api.Test;

class TraceTest {

  private final Customer ana =
      customer()
          .with(SMS, "+393331234567", optedOut(ConsentTopic.ALL))
          .with(EMAIL, "ana@example.com", optedIn());

  private final Letter offer =
      marketing().via(PlannedChannel.PREFERRED, PlannedChannel.SMS, PlannedChannel.EMAIL);

  @Test
  void tellsEachCandidateWithWhatItPassedAndWhatRefusedIt() {
    Trace trace = given(ana).send(offer).trace();

    assertThat(trace.decidedAt()).isEqualTo(NOON);
    assertThat(trace.cardVersion()).isEqualTo(5);
    assertThat(trace.passed())
        .containsExactly(Question.EXPIRY, Question.RUN, Question.ERASURE, Question.CARD);
    assertThat(trace.candidates().getFirst().passed())
        .containsExactly(
            Question.ADDRESS, Question.RECIPIENT, Question.SUPPRESSION, Question.REVOCATION);
    assertThat(trace.candidates().getFirst().refused())
        .isEqualTo(new Trace.Refused(Question.CONSENT, Reason.OPTED_OUT, "opted out of ALL", null));
    assertThat(trace.candidates().getLast().passed())
        .containsExactly(
            Question.ADDRESS,
            Question.RECIPIENT,
            Question.SUPPRESSION,
            Question.REVOCATION,
            Question.CONSENT,
            Question.OPEN_CASE,
            Question.QUIET_HOURS,
            Question.CHAT_WINDOW,
            Question.SHARED_ADDRESS);
    assertThat(trace.candidates().getLast().refused()).isNull();
  }

  @Test
  void looksAtNoChannelWhenTheMessageAsAWholeIsRefused() {
    Trace trace = given(ana).send(service().expiring(NOON)).trace();

    assertThat(trace.passed()).isEmpty();
    assertThat(trace.candidates()).isEmpty();
    assertThat(trace.refused())
        .isEqualTo(
            new Trace.Refused(Question.EXPIRY, Reason.EXPIRED, "it expired at " + NOON, null));
  }

  @Test
  void survivesBeingStored() throws MalformedRecordException {
    Trace trace = given(ana).send(offer).trace();

    assertThat(WireFormat.read(WireFormat.write(trace), Trace.class)).isEqualTo(trace);
  }

  @Test
  void holdsNoAddress() {
    String stored = new String(WireFormat.write(given(ana).send(offer).trace()), UTF_8);

    assertThat(stored).contains("a…@example.com", "+39…67").doesNotContain("ana@", "3331234567");
  }
}
