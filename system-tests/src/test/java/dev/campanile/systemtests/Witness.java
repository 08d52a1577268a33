package dev.campanile.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.systemtests.invariant.Books;
import dev.campanile.systemtests.invariant.Evidence;
import dev.campanile.systemtests.invariant.Invariants;
import dev.campanile.systemtests.invariant.LedgerEntry;
import dev.campanile.systemtests.invariant.OptOut;
import dev.campanile.systemtests.invariant.RunEvidence;
import dev.campanile.systemtests.invariant.State;
import dev.campanile.systemtests.invariant.Term;
import dev.campanile.systemtests.invariant.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.awaitility.core.ConditionTimeoutException;

/** Hears both services, looks into the sinks and says whether all invariants hold. */
final class Witness {

  /** Receipts are on their way when the last message is sent; nothing else is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private final Installation installation;
  private final Ledger ledger;
  private final List<Launched> runs = new ArrayList<>();
  private final List<OptOut> optOuts = new ArrayList<>();
  private List<Violation> found = List.of();

  Witness(Installation installation) {
    this.installation = installation;
    this.ledger = new Ledger(installation);
  }

  Launched watches(Launched run) {
    runs.add(run);
    return run;
  }

  /** A customer's no, whose answer has just come. */
  void heardNo(Channel channel, String address) {
    optOuts.add(new OptOut(channel, address, Instant.now()));
  }

  /**
   * @param mostInFlight hand-offs that may have been under way when something broke
   */
  void assertAllHolds(int mostInFlight) {
    try {
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                found = Invariants.check(evidence(mostInFlight));
                return found.isEmpty();
              });
    } catch (ConditionTimeoutException e) {
      Assertions.fail(
          found.stream().map(Violation::toString).collect(Collectors.joining("\n", "\n", "\n")));
    }
  }

  private Evidence evidence(int mostInFlight) {
    // The services first: what arrives meanwhile must not look as if nobody had it.
    List<RunEvidence> said = runs.stream().map(this::evidence).toList();
    return new Evidence(said, ledger.copies(), optOuts, mostInFlight);
  }

  private RunEvidence evidence(Launched run) {
    JsonNode report =
        installation.campaign().get("/v1/campaigns/" + run.campaign() + "/report?run=" + run.run());
    JsonNode counts = ledger.countsOf(run.run());
    return new RunEvidence(
        run.run(),
        run.category(),
        run.planned(),
        new Books(report.get("planned").asInt(), terms(report.get("books"))),
        report.get("unreconciled").asInt(),
        new Books(counts.get("total").asInt(), terms(counts.get("books"))),
        ledger.messagesOf(run.run()).stream().map(Witness::entry).toList());
  }

  private static LedgerEntry entry(JsonNode message) {
    return new LedgerEntry(
        message.get("id").asText(),
        State.valueOf(message.get("state").asText()),
        message.get("possibleDuplicate").asBoolean());
  }

  private static Map<Term, Integer> terms(JsonNode books) {
    Map<Term, Integer> terms = new EnumMap<>(Term.class);
    for (Map.Entry<String, JsonNode> term : books.properties()) {
      int messages = term.getValue().asInt();
      if (messages > 0) {
        terms.merge(term(term.getKey()), messages, Integer::sum);
      }
    }
    return terms;
  }

  private static Term term(String name) {
    return switch (name) {
      case "pending", "requested", "reserved", "sending" -> Term.UNANSWERED;
      case "skipped" -> Term.SKIPPED;
      case "deferred" -> Term.DEFERRED;
      case "accepted" -> Term.ACCEPTED;
      case "failed" -> Term.FAILED;
      case "unknown" -> Term.UNKNOWN;
      case "uncertain" -> Term.UNCERTAIN;
      default -> throw new IllegalArgumentException("the books have a new term: " + name);
    };
  }
}
