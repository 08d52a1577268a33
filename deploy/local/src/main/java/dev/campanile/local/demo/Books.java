package dev.campanile.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether everything that was planned is accounted for, by everyone who counts. */
final class Books {
  private Books() {}

  /**
   * What does not add up, in sentences; empty when all does.
   *
   * @param simulated the channels whose receivers can be asked
   */
  static List<String> faultsIn(SentMessage message, List<String> simulated) {
    List<String> faults = new ArrayList<>();
    RunCount report = message.report();
    if (report.planned() == 0) {
      faults.add("Nobody was planned.");
    }
    if (report.planned() != report.answered()) {
      faults.add(
          "%,d were planned, and their outcomes add up to %,d."
              .formatted(report.planned(), report.answered()));
    }
    if (report.underWay() + message.ledger().underWay() > 0) {
      faults.add(
          "%,d in the report and %,d in the ledger are still under way."
              .formatted(report.underWay(), message.ledger().underWay()));
    }
    if (report.unreconciled() != 0) {
      faults.add("%,d are not reconciled.".formatted(report.unreconciled()));
    }
    if (report.skippedByReason().total() != report.skipped()) {
      faults.add(
          "%,d were skipped, and the reasons add up to %,d."
              .formatted(report.skipped(), report.skippedByReason().total()));
    }
    terms(report)
        .forEach(
            (term, count) -> {
              long inLedger = terms(message.ledger()).getOrDefault(term, 0L);
              if (count != inLedger) {
                faults.add(
                    "The report counts %,d %s, the gateway's ledger %,d."
                        .formatted(count, term, inLedger));
              }
            });
    addDeliveries(message, simulated, faults);
    return faults;
  }

  private static Map<String, Long> terms(RunCount count) {
    Map<String, Long> terms = new TreeMap<>();
    terms.put("accepted", count.accepted());
    terms.put("deferred", count.deferred());
    terms.put("skipped", count.skipped());
    terms.put("failed", count.failed());
    terms.put("unknown", count.unknown());
    terms.put("uncertain", count.uncertain());
    return terms;
  }

  private static void addDeliveries(
      SentMessage message, List<String> simulated, List<String> faults) {
    Counts accepted = message.report().acceptedByChannel();
    if (accepted.total() != message.report().accepted()) {
      faults.add(
          "%,d were accepted, and the channels add up to %,d."
              .formatted(message.report().accepted(), accepted.total()));
    }
    Counts ledger = message.ledger().acceptedByChannel().lowerCase();
    Counts received = message.received();
    for (String channel : simulated) {
      if (received.of(channel) != ledger.of(channel)
          || received.of(channel) != accepted.lowerCase().of(channel)) {
        faults.add(
            "By %s the simulators received %,d; the ledger says %,d, the report %,d."
                .formatted(
                    channel,
                    received.of(channel),
                    ledger.of(channel),
                    accepted.lowerCase().of(channel)));
      }
    }
  }
}
