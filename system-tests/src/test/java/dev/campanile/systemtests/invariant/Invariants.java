package dev.campanile.systemtests.invariant;

import static java.util.stream.Collectors.groupingBy;

import dev.campanile.contracts.Category;
import dev.campanile.systemtests.invariant.Violation.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what is said with what happened. Where one fault would show in several ways, the one
 * nearest to its cause is told: books that do not balance in themselves are not compared.
 */
public final class Invariants {

  /** A hand-off that had begun when the no came may still end. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** A transactional message is tried once more, not more often. */
  private static final int MOST_COPIES_IF_FLAGGED = 2;

  private final Evidence evidence;
  private final Map<String, List<Copy>> copies;
  private final Map<String, RunEvidence> runOf = new HashMap<>();
  private final List<Violation> found = new ArrayList<>();

  private Invariants(Evidence evidence) {
    this.evidence = evidence;
    this.copies = evidence.received().stream().collect(groupingBy(Copy::messageId));
    evidence.runs().forEach(run -> run.messages().forEach(it -> runOf.put(it.id(), run)));
  }

  /** Empty when all holds. */
  public static List<Violation> check(Evidence evidence) {
    Invariants invariants = new Invariants(evidence);
    evidence.runs().forEach(invariants::checkMessages);
    evidence.runs().forEach(invariants::checkBooks);
    invariants.checkPlanned();
    invariants.checkSharedAddresses();
    invariants.checkOptOuts();
    invariants.checkDoubts();
    return invariants.found;
  }

  private void checkMessages(RunEvidence run) {
    for (LedgerEntry message : run.messages()) {
      int received = copies.getOrDefault(message.id(), List.of()).size();
      if (received > mostCopies(run, message)) {
        say(
            Rule.RECEIVED_TWICE,
            "%s message %s of run %s was received %d times%s",
            run.category(),
            message.id(),
            run.run(),
            received,
            message.possibleDuplicate() ? "" : " and is not flagged as a possible duplicate");
      }
      if (received == 0 && message.state().handedOver()) {
        say(
            Rule.NOT_RECEIVED,
            "message %s of run %s is %s and no provider has it",
            message.id(),
            run.run(),
            message.state());
      }
      // One more try that waits or failed says nothing of the try before it.
      if (received > 0 && message.state().keptBack() && !message.possibleDuplicate()) {
        say(
            Rule.NOT_BOOKED,
            "message %s of run %s is %s and a provider has it",
            message.id(),
            run.run(),
            message.state());
      }
      if (message.state().underWay()) {
        say(
            Rule.NO_END,
            "message %s of run %s is still %s",
            message.id(),
            run.run(),
            message.state());
      }
    }
  }

  private static int mostCopies(RunEvidence run, LedgerEntry message) {
    return run.category() == Category.TRANSACTIONAL && message.possibleDuplicate()
        ? MOST_COPIES_IF_FLAGGED
        : 1;
  }

  private void checkBooks(RunEvidence run) {
    Books report = run.report();
    Books ledger = run.ledger();
    Map<Term, Integer> counted = Term.count(run.messages());
    if (run.unreconciled() != 0) {
      say(
          Rule.UNRECONCILED,
          "run %s has %d unreconciled messages in campaign-service",
          run.run(),
          run.unreconciled());
    }
    if (report.sum() != report.total() || report.total() != run.planned()) {
      say(
          Rule.REPORT_UNBALANCED,
          "run %s was planned for %d; campaign-service reports %d, and its terms come to %d: %s",
          run.run(),
          run.planned(),
          report.total(),
          report.sum(),
          report.terms());
    } else if (ledger.sum() != ledger.total()
        || ledger.total() != run.messages().size()
        || !sameTerms(ledger, new Books(ledger.total(), counted))) {
      say(
          Rule.LEDGER_UNBALANCED,
          "run %s has %d messages in the gateway, counted %s; its books say %d and %s",
          run.run(),
          run.messages().size(),
          counted,
          ledger.total(),
          ledger.terms());
    } else if (ledger.total() != run.planned()) {
      say(
          Rule.LOST,
          "run %s was planned for %d and the gateway knows of %d",
          run.run(),
          run.planned(),
          ledger.total());
    } else if (!sameTerms(report, ledger)) {
      say(
          Rule.BOOKS_DISAGREE,
          "run %s: campaign-service says %s, the gateway %s",
          run.run(),
          report.terms(),
          ledger.terms());
    }
  }

  private static boolean sameTerms(Books one, Books other) {
    for (Term term : Term.values()) {
      if (one.of(term) != other.of(term)) {
        return false;
      }
    }
    return true;
  }

  private void checkPlanned() {
    copies.forEach(
        (id, received) -> {
          if (!runOf.containsKey(id)) {
            say(
                Rule.NEVER_PLANNED,
                "message %s reached %s by %s and is in no run's ledger",
                id,
                received.getFirst().address(),
                received.getFirst().channel());
          }
        });
  }

  /** Two customers who share an inbox get a run once. */
  private void checkSharedAddresses() {
    Map<List<Object>, String> first = new HashMap<>();
    for (Copy copy : evidence.received()) {
      RunEvidence run = runOf.get(copy.messageId());
      if (run != null) {
        String other =
            first.putIfAbsent(List.of(run.run(), copy.channel(), copy.address()), copy.messageId());
        if (other != null && !other.equals(copy.messageId())) {
          say(
              Rule.RECEIVED_TWICE,
              "%s got run %s twice by %s, as messages %s and %s",
              copy.address(),
              run.run(),
              copy.channel(),
              other,
              copy.messageId());
        }
      }
    }
  }

  private void checkOptOuts() {
    for (OptOut no : evidence.optOuts()) {
      for (Copy copy : evidence.received()) {
        RunEvidence run = runOf.get(copy.messageId());
        if (run != null
            && no.binds(run.category())
            && copy.channel() == no.channel()
            && copy.address().equals(no.address())
            && copy.at().isAfter(no.acknowledged().plus(GRACE))) {
          say(
              Rule.SENT_AFTER_OPT_OUT,
              "message %s of run %s reached %s by %s at %s; the no was acknowledged at %s",
              copy.messageId(),
              run.run(),
              copy.address(),
              copy.channel(),
              copy.at(),
              no.acknowledged());
        }
      }
    }
  }

  private void checkDoubts() {
    List<String> doubtful =
        evidence.runs().stream()
            .flatMap(run -> run.messages().stream())
            .filter(message -> message.state().inDoubt())
            .map(LedgerEntry::id)
            .toList();
    if (doubtful.size() > evidence.mostInFlight()) {
      say(
          Rule.TOO_MANY_IN_DOUBT,
          "%d messages are in doubt and at most %d were under way: %s",
          doubtful.size(),
          evidence.mostInFlight(),
          doubtful);
    }
  }

  private void say(Rule rule, String sentence, Object... values) {
    found.add(new Violation(rule, sentence.formatted(values)));
  }
}
