package dev.campanile.systemtests.invariant;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run in which all holds, and the ways to spoil it. They add up. */
final class GoodCase {

  private static final String RUN = "run-1";

  private final Map<String, LedgerEntry> messages = new LinkedHashMap<>();
  private final List<Copy> copies = new ArrayList<>();
  private final List<OptOut> nos = new ArrayList<>();
  private final List<ChangedTerm> reportChanges = new ArrayList<>();
  private final List<ChangedTerm> ledgerChanges = new ArrayList<>();
  private Category category = Category.MARKETING;
  private int planned;
  private int reportTotalChange;
  private int unreconciled;
  private int inFlight;
  private Map<Term, Integer> lost = Map.of();

  private record ChangedTerm(Term term, int change) {}

  GoodCase sent(String id, State state, String address, Instant at) {
    return kept(id, state).copy(id, address, at);
  }

  GoodCase kept(String id, State state) {
    messages.put(id, new LedgerEntry(id, state, false));
    planned++;
    return this;
  }

  GoodCase copy(String id, String address, Instant at) {
    Channel channel = address.contains("@") ? Channel.EMAIL : Channel.SMS;
    copies.add(new Copy(id, channel, address, at));
    return this;
  }

  GoodCase withoutCopyOf(String id) {
    copies.removeIf(copy -> copy.messageId().equals(id));
    return this;
  }

  GoodCase movedCopy(String id, String address) {
    return withoutCopyOf(id).copy(id, address, copies.getFirst().at());
  }

  /** In both services' books, so that nothing but what happened tells. */
  GoodCase bookedAs(String id, State state) {
    messages.computeIfPresent(id, (_, message) -> message.in(state));
    return this;
  }

  GoodCase flagged(String id) {
    messages.computeIfPresent(
        id, (_, message) -> new LedgerEntry(message.id(), message.state(), true));
    return this;
  }

  /** campaign-service still counts it. */
  GoodCase lostInTheGateway(String id) {
    LedgerEntry message = messages.remove(id);
    if (message != null) {
      lost = Map.of(Term.of(message.state()), 1);
    }
    return this;
  }

  GoodCase as(Category other) {
    category = other;
    return this;
  }

  GoodCase no(Channel channel, String address, Instant acknowledged) {
    nos.add(new OptOut(channel, address, acknowledged));
    return this;
  }

  GoodCase report(Term term, int change) {
    reportChanges.add(new ChangedTerm(term, change));
    return this;
  }

  GoodCase reportTotal(int total) {
    reportTotalChange = total - planned;
    return this;
  }

  GoodCase ledger(Term term, int change) {
    ledgerChanges.add(new ChangedTerm(term, change));
    return this;
  }

  GoodCase unreconciled(int number) {
    unreconciled = number;
    return this;
  }

  GoodCase inFlight(int most) {
    inFlight = most;
    return this;
  }

  Evidence evidence() {
    Map<Term, Integer> counted = Term.count(messages.values());
    Books ledger = new Books(messages.size(), counted);
    Books report = new Books(planned + reportTotalChange, counted);
    for (Map.Entry<Term, Integer> missing : lost.entrySet()) {
      report = report.with(missing.getKey(), missing.getValue());
    }
    for (ChangedTerm it : reportChanges) {
      report = report.with(it.term(), it.change());
    }
    for (ChangedTerm it : ledgerChanges) {
      ledger = ledger.with(it.term(), it.change());
    }
    return new Evidence(
        List.of(
            new RunEvidence(
                RUN,
                category,
                planned,
                report,
                unreconciled,
                ledger,
                List.copyOf(messages.values()))),
        copies,
        nos,
        inFlight);
  }
}
