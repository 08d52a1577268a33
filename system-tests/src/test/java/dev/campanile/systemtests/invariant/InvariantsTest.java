package dev.campanile.systemtests.invariant;

import static dev.campanile.systemtests.invariant.Violation.Rule.BOOKS_DISAGREE;
import static dev.campanile.systemtests.invariant.Violation.Rule.LEDGER_UNBALANCED;
import static dev.campanile.systemtests.invariant.Violation.Rule.LOST;
import static dev.campanile.systemtests.invariant.Violation.Rule.NEVER_PLANNED;
import static dev.campanile.systemtests.invariant.Violation.Rule.NOT_BOOKED;
import static dev.campanile.systemtests.invariant.Violation.Rule.NOT_RECEIVED;
import static dev.campanile.systemtests.invariant.Violation.Rule.NO_END;
import static dev.campanile.systemtests.invariant.Violation.Rule.RECEIVED_TWICE;
import static dev.campanile.systemtests.invariant.Violation.Rule.REPORT_UNBALANCED;
import static dev.campanile.systemtests.invariant.Violation.Rule.SENT_AFTER_OPT_OUT;
import static dev.campanile.systemtests.invariant.Violation.Rule.TOO_MANY_IN_DOUBT;
import static dev.campanile.systemtests.invariant.Violation.Rule.UNRECONCILED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.systemtests.invariant.Violation.Rule;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A checker that finds nothing proves nothing: each mutant of a good case is caught, and named. */
class InvariantsTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** A message in each state a settled run may have, and one each category may have twice. */
  private static GoodCase good() {
    return new GoodCase()
        .sent("m-1", State.ACCEPTED, "ana@example.com", NOON)
        .sent("m-2", State.DELIVERED, "+39320999001", NOON)
        .sent("m-3", State.BOUNCED, "gone@example.com", NOON)
        .sent("m-4", State.UNKNOWN, "doubt@example.com", NOON)
        .kept("m-5", State.UNCERTAIN)
        .kept("m-6", State.SKIPPED)
        .kept("m-7", State.FAILED)
        .kept("m-8", State.DEFERRED)
        .inFlight(2);
  }

  @Test
  void aGoodCasePasses() {
    assertThat(Invariants.check(good().evidence())).isEmpty();
  }

  @Test
  void whatWasAcceptedAndNeverReceivedIsFound() {
    assertOnly(NOT_RECEIVED, "m-2", good().withoutCopyOf("m-2"));
  }

  @Test
  void whatIsBookedAcceptedAndWasSkippedIsFound() {
    assertOnly(NOT_RECEIVED, "m-6", good().bookedAs("m-6", State.ACCEPTED));
  }

  @Test
  void whatWasReceivedAndIsBookedAsFailedIsFound() {
    assertOnly(NOT_BOOKED, "m-1", good().bookedAs("m-1", State.FAILED));
  }

  @Test
  void aMessageReceivedTwiceIsFound() {
    assertOnly(RECEIVED_TWICE, "m-1", good().copy("m-1", "ana@example.com", NOON));
  }

  @Test
  void aMarketingMessageMayNotComeTwiceEvenWhenFlagged() {
    assertOnly(RECEIVED_TWICE, "m-1", good().flagged("m-1").copy("m-1", "ana@example.com", NOON));
  }

  @Test
  void aTransactionalMessageMayComeTwiceWhenItSaysSo() {
    GoodCase twice = good().as(Category.TRANSACTIONAL).copy("m-1", "ana@example.com", NOON);

    assertOnly(RECEIVED_TWICE, "m-1", twice);
    assertThat(Invariants.check(twice.flagged("m-1").evidence())).isEmpty();
    assertOnly(RECEIVED_TWICE, "m-1", twice.copy("m-1", "ana@example.com", NOON));
  }

  @Test
  void twoMessagesOfARunAtOneAddressAreFound() {
    assertOnly(RECEIVED_TWICE, "ana@example.com", good().movedCopy("m-3", "ana@example.com"));
  }

  @Test
  void whatNobodyPlannedIsFound() {
    assertOnly(NEVER_PLANNED, "m-99", good().copy("m-99", "stranger@example.com", NOON));
  }

  @Test
  void aMessageThatTheGatewayNeverHeardOfIsFound() {
    assertOnly(LOST, "the gateway knows of 7", good().lostInTheGateway("m-6"));
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUESTED", "RESERVED", "SENDING"})
  void aMessageWithoutAnEndIsFound(State state) {
    assertOnly(NO_END, "m-5", good().bookedAs("m-5", state));
  }

  @Test
  void whatIsSentAfterANoIsFound() {
    Instant before = NOON.minus(Invariants.GRACE);

    assertThat(Invariants.check(good().no(Channel.EMAIL, "ana@example.com", before).evidence()))
        .as("had begun")
        .isEmpty();
    assertOnly(
        SENT_AFTER_OPT_OUT,
        "m-1",
        good().no(Channel.EMAIL, "ana@example.com", before.minusMillis(1)));
  }

  @Test
  void aNoBindsServiceMessagesByTextAndNotByMail() {
    Instant longBefore = NOON.minusSeconds(60);
    GoodCase service = good().as(Category.SERVICE);

    assertThat(
            Invariants.check(service.no(Channel.EMAIL, "ana@example.com", longBefore).evidence()))
        .isEmpty();
    assertOnly(SENT_AFTER_OPT_OUT, "m-2", service.no(Channel.SMS, "+39320999001", longBefore));
  }

  @ParameterizedTest
  @EnumSource
  void aTermOfTheReportThatIsOneOffIsFound(Term term) {
    assertOnly(REPORT_UNBALANCED, "its terms come to 9", good().report(term, 1));
  }

  @ParameterizedTest
  @EnumSource
  void aTermOfTheLedgerThatIsOneOffIsFound(Term term) {
    assertOnly(LEDGER_UNBALANCED, "run-1", good().ledger(term, 1));
  }

  @Test
  void aCustomerWhoIsMissingFromTheReportIsFound() {
    assertOnly(REPORT_UNBALANCED, "planned for 8", good().report(Term.SKIPPED, -1).reportTotal(7));
  }

  @Test
  void servicesThatBothBalanceAndDisagreeAreFound() {
    assertOnly(BOOKS_DISAGREE, "run-1", good().report(Term.SKIPPED, -1).report(Term.ACCEPTED, 1));
  }

  @Test
  void moreDoubtsThanHandOffsAreFound() {
    assertOnly(TOO_MANY_IN_DOUBT, "m-4, m-5", good().inFlight(1));
  }

  @Test
  void whatTheServiceItselfCannotExplainIsFound() {
    assertOnly(UNRECONCILED, "1 unreconciled", good().unreconciled(1));
  }

  private static void assertOnly(Rule rule, String named, GoodCase mutant) {
    List<Violation> found = Invariants.check(mutant.evidence());

    assertThat(found).extracting(Violation::rule).containsExactly(rule);
    assertThat(found.getFirst().sentence()).contains(named);
  }
}
