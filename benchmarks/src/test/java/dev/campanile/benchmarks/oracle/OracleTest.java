package dev.campanile.benchmarks.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.benchmarks.audience.Audience;
import dev.campanile.benchmarks.audience.Person;
import dev.campanile.benchmarks.oracle.Finding.Rule;
import dev.campanile.benchmarks.sink.Arrival;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each mutant is a right run with one thing wrong, and is found out as just that. */
class OracleTest {
  private static final Audience AUDIENCE = new Audience("crowd", 200);
  private static final int ELIGIBLE = 184;

  private final List<Arrival> arrivals =
      new ArrayList<>(AUDIENCE.eligible().stream().sorted().map(OracleTest::arrival).toList());
  private Books report = books(Map.of("accepted", 184L, "skipped", 16L));
  private Books ledger = report;
  private boolean caughtUp = true;

  @Test
  void aRightRunIsRight() {
    assertThat(AUDIENCE.eligible()).hasSize(ELIGIBLE);
    assertThat(rules()).isEmpty();
  }

  @Test
  void findsADroppedMessage() {
    arrivals.removeFirst();
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED, Rule.BOOKS_NOT_RECEIVED);
  }

  @Test
  void findsADroppedMessageThatTheBooksKnowOf() {
    arrivals.removeFirst();
    report = books(Map.of("accepted", 183L, "failed", 1L, "skipped", 16L));
    ledger = report;
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED);
  }

  @Test
  void findsADoubledMessage() {
    arrivals.add(arrivals.getFirst());
    assertThat(rules()).containsExactly(Rule.RECEIVED_TWICE, Rule.BOOKS_NOT_RECEIVED);
  }

  @Test
  void findsADoubledMessageInPlaceOfADroppedOne() {
    arrivals.set(1, arrivals.getFirst());
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED, Rule.RECEIVED_TWICE);
  }

  @Test
  void findsOneMessageThatReachedTwo() {
    Arrival stolen = arrivals.getFirst();
    Arrival robbed = arrivals.get(1);
    arrivals.set(1, new Arrival(robbed.address(), stolen.message(), 0, 1));
    assertThat(rules()).contains(Rule.RECEIVED_TWICE);
  }

  @Test
  void findsASecondMessageToASharedAddress() {
    Person sharing = AUDIENCE.people().filter(Person::sharesAnAddress).findFirst().orElseThrow();
    arrivals.add(arrival(sharing.address()));
    report = books(Map.of("accepted", 185L, "skipped", 15L));
    ledger = report;
    assertThat(rules()).containsExactly(Rule.ADDRESS_TWICE);
  }

  @Test
  void findsAMessageToSomebodyWithoutConsent() {
    swapIn(AUDIENCE.people().filter(person -> !person.consents()));
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED, Rule.NO_CONSENT);
  }

  @Test
  void findsAMessageToSomebodySuppressed() {
    swapIn(AUDIENCE.people().filter(Person::suppressed));
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED, Rule.SUPPRESSED);
  }

  @Test
  void findsAMessageToSomebodyElse() {
    arrivals.set(0, arrival("nobody@example.com"));
    assertThat(rules()).containsExactly(Rule.NOT_RECEIVED, Rule.STRANGER);
  }

  @Test
  void findsAMessageWithoutItsId() {
    Arrival first = arrivals.getFirst();
    arrivals.set(0, new Arrival(first.address(), Arrival.NO_ID, 0, 1));
    assertThat(rules()).containsExactly(Rule.NO_MESSAGE_ID);
  }

  @Test
  void findsAReportThatDoesNotAddUp() {
    report = books(Map.of("accepted", 184L, "skipped", 15L));
    assertThat(rules()).containsExactly(Rule.REPORT_UNBALANCED, Rule.BOOKS_DISAGREE);
  }

  @Test
  void findsALedgerThatDoesNotAddUp() {
    ledger = books(Map.of("accepted", 184L, "skipped", 15L));
    assertThat(rules()).containsExactly(Rule.LEDGER_UNBALANCED, Rule.BOOKS_DISAGREE);
  }

  @Test
  void findsSomebodyWhoWasNeverPlanned() {
    report = new Books(199, Map.of("accepted", 184L, "skipped", 15L));
    ledger = report;
    assertThat(rules()).containsExactly(Rule.REPORT_UNBALANCED, Rule.LEDGER_UNBALANCED);
  }

  @Test
  void findsWhatIsStillUnderWay() {
    report = books(Map.of("accepted", 184L, "skipped", 15L, "deferred", 1L));
    ledger = report;
    assertThat(rules()).containsExactly(Rule.NOT_SETTLED);
  }

  @Test
  void findsAServiceThatIsNotDoneYet() {
    caughtUp = false;
    assertThat(rules()).containsExactly(Rule.NOT_SETTLED);
  }

  @Test
  void findsBooksThatClaimMoreThanArrived() {
    report = books(Map.of("accepted", 185L, "skipped", 15L));
    ledger = report;
    assertThat(rules()).containsExactly(Rule.BOOKS_NOT_RECEIVED);
  }

  @Test
  void tellsHowManyThereAreOfAKind() {
    arrivals.subList(0, 3).clear();
    assertThat(findings().getFirst().sentence()).endsWith("got nothing, and 2 more such");
  }

  /** One got what another should have got. */
  private void swapIn(Stream<Person> people) {
    arrivals.set(0, arrival(people.findFirst().orElseThrow().address()));
  }

  private List<Rule> rules() {
    return findings().stream().map(Finding::rule).toList();
  }

  private List<Finding> findings() {
    return Oracle.judge(
        new Evidence(
            caughtUp,
            AUDIENCE.size(),
            AUDIENCE.eligible(),
            AUDIENCE.ineligible(),
            arrivals,
            report,
            ledger));
  }

  private static Books books(Map<String, Long> terms) {
    return new Books(AUDIENCE.size(), terms);
  }

  private static Arrival arrival(String address) {
    return new Arrival(address, UUID.randomUUID(), 0, 1);
  }
}
