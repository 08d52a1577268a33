package dev.campanile.gateway.report;

import dev.campanile.contracts.RunId;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.gateway.report.RunLedgerResource.Count;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums counts up to a run's ledger. */
final class RunCounts {

  private final Map<MessageState, Integer> states = new EnumMap<>(MessageState.class);
  private final Map<String, Integer> acceptedByChannel = new TreeMap<>();
  private final Map<String, Integer> skippedByReason = new TreeMap<>();
  private final Map<String, Integer> deferredByReason = new TreeMap<>();
  private final Map<String, Integer> failedByReason = new TreeMap<>();
  private final Map<String, Map<String, Integer>> confirmed = new TreeMap<>();

  private RunCounts() {}

  static RunLedger ledger(RunId run, Collection<Count> counts) {
    RunCounts sums = new RunCounts();
    counts.forEach(sums::add);
    return sums.ledger(run);
  }

  private void add(Count count) {
    states.merge(count.state(), count.messages(), Integer::sum);
    switch (count.state()) {
      case ACCEPTED -> add(acceptedByChannel, count.channel(), count);
      case DELIVERED, BOUNCED, COMPLAINED -> {
        add(acceptedByChannel, count.channel(), count);
        add(
            confirmed.computeIfAbsent(text(count.channel()), _ -> new TreeMap<>()),
            count.state().name(),
            count);
      }
      case SKIPPED -> add(skippedByReason, count.reason(), count);
      case DEFERRED -> add(deferredByReason, count.reason(), count);
      case FAILED -> add(failedByReason, count.reason(), count);
      case REQUESTED, RESERVED, SENDING, UNKNOWN, UNCERTAIN -> {}
    }
  }

  private static void add(Map<String, Integer> sums, @Nullable String key, Count count) {
    sums.merge(text(key), count.messages(), Integer::sum);
  }

  private static String text(@Nullable String key) {
    return key == null ? "NONE" : key;
  }

  private RunLedger ledger(RunId run) {
    return new RunLedger(
        run,
        states.values().stream().mapToInt(Integer::intValue).sum(),
        new RunLedger.Books(
            of(MessageState.SKIPPED),
            of(MessageState.DEFERRED),
            of(MessageState.RESERVED),
            of(MessageState.SENDING),
            of(MessageState.ACCEPTED)
                + of(MessageState.DELIVERED)
                + of(MessageState.BOUNCED)
                + of(MessageState.COMPLAINED),
            of(MessageState.FAILED),
            of(MessageState.UNKNOWN),
            of(MessageState.UNCERTAIN)),
        acceptedByChannel,
        skippedByReason,
        deferredByReason,
        failedByReason,
        confirmed);
  }

  private int of(MessageState state) {
    return states.getOrDefault(state, 0);
  }
}
