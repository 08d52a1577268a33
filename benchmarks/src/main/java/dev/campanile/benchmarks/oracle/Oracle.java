package dev.campanile.benchmarks.oracle;

import dev.campanile.benchmarks.audience.Obstacle;
import dev.campanile.benchmarks.oracle.Finding.Rule;
import dev.campanile.benchmarks.sink.Arrival;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what arrived with who had to get it, and both with what the services say. */
public final class Oracle {
  /** One example of a kind says enough; their number says the rest. */
  private final Map<Rule, String> examples = new EnumMap<>(Rule.class);

  private final Map<Rule, Integer> cases = new EnumMap<>(Rule.class);
  private final Evidence evidence;

  private Oracle(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Empty when all is as it must be. */
  public static List<Finding> judge(Evidence evidence) {
    Oracle oracle = new Oracle(evidence);
    oracle.judgeArrivals();
    oracle.judgeBooks();
    return oracle.findings();
  }

  private void judgeArrivals() {
    Map<UUID, String> addressOf = new HashMap<>();
    Set<String> reached = new HashSet<>();
    for (Arrival arrival : evidence.arrivals()) {
      String address = arrival.address();
      if (arrival.message().equals(Arrival.NO_ID)) {
        say(Rule.NO_MESSAGE_ID, "what reached %s carries no message id", address);
      } else if (addressOf.putIfAbsent(arrival.message(), address) != null) {
        say(Rule.RECEIVED_TWICE, "message %s reached %s again", arrival.message(), address);
        continue;
      }
      if (!reached.add(address)) {
        say(Rule.ADDRESS_TWICE, "%s got a second message, %s", address, arrival.message());
      }
      if (!evidence.eligible().contains(address)) {
        judgeOutsider(address);
      }
    }
    for (String address : evidence.eligible()) {
      if (!reached.contains(address)) {
        say(Rule.NOT_RECEIVED, "%s got nothing", address);
      }
    }
  }

  private void judgeOutsider(String address) {
    switch (evidence.ineligible().get(address)) {
      case Obstacle.NO_CONSENT -> say(Rule.NO_CONSENT, "%s never said yes", address);
      case Obstacle.SUPPRESSED -> say(Rule.SUPPRESSED, "%s is suppressed", address);
      case null -> say(Rule.STRANGER, "%s is not in the audience", address);
    }
  }

  private void judgeBooks() {
    Books report = evidence.report();
    Books ledger = evidence.ledger();
    if (!evidence.caughtUp() || !report.settled() || !ledger.settled()) {
      say(
          Rule.NOT_SETTLED,
          "not all three services were done in time; the report says %s, the gateway's ledger %s",
          report.terms(),
          ledger.terms());
    }
    if (!report.balanced() || report.total() != evidence.planned()) {
      say(
          Rule.REPORT_UNBALANCED,
          "%d are in the audience, the report plans %d and counts %s",
          evidence.planned(),
          report.total(),
          report.terms());
    }
    if (!ledger.balanced() || ledger.total() != evidence.planned()) {
      say(
          Rule.LEDGER_UNBALANCED,
          "%d are in the audience, the gateway knows of %d and counts %s",
          evidence.planned(),
          ledger.total(),
          ledger.terms());
    }
    if (!report.terms().equals(ledger.terms())) {
      say(
          Rule.BOOKS_DISAGREE,
          "the report says %s, the gateway's ledger %s",
          report.terms(),
          ledger.terms());
    }
    if (ledger.accepted() != evidence.arrivals().size()) {
      say(
          Rule.BOOKS_NOT_RECEIVED,
          "the gateway calls %d accepted, and %d arrived",
          ledger.accepted(),
          evidence.arrivals().size());
    }
  }

  private void say(Rule rule, String sentence, Object... values) {
    cases.merge(rule, 1, Integer::sum);
    examples.computeIfAbsent(rule, _ -> sentence.formatted(values));
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    examples.forEach(
        (rule, example) -> {
          int count = cases.getOrDefault(rule, 1);
          String more = count == 1 ? "" : ", and %,d more such".formatted(count - 1);
          findings.add(new Finding(rule, example + more));
        });
    return findings;
  }
}
