package dev.campanile.local.demo;

import dev.campanile.local.terminal.Table;
import dev.campanile.local.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The messages side by side: what was planned, and what became of each. */
final class ResultTable {
  private final List<SentMessage> messages;
  private final Table table;

  private ResultTable(List<SentMessage> messages) {
    this.messages = messages;
    List<String> headings = new ArrayList<>(List.of(""));
    messages.forEach(message -> headings.add(message.key()));
    this.table = new Table(headings.toArray(String[]::new));
  }

  static List<String> lines(List<SentMessage> messages, Terminal terminal) {
    return new ResultTable(messages).filled().lines(terminal);
  }

  private Table filled() {
    table.total(row("planned", message -> message.report().planned()));
    table.rule();
    rows("accepted, ", message -> message.report().acceptedByChannel(), Words::channel);
    rows("deferred, ", message -> message.report().deferredByReason(), Words::reason);
    rows("skipped, ", message -> message.report().skippedByReason(), Words::reason);
    rows("failed, ", message -> message.report().failedByReason(), Words::reason);
    table.row(row("unknown", message -> message.report().unknown()));
    if (messages.stream().anyMatch(message -> message.report().uncertain() > 0)) {
      table.row(row("uncertain", message -> message.report().uncertain()));
    }
    table.rule();
    table.total(row("all of these", message -> message.report().answered()));
    table.row(row("not reconciled", message -> message.report().unreconciled()));
    table.rule();
    rows("confirmed by callback, ", message -> message.report().confirmed(), Words::channelStatus);
    rows("received by the simulators, ", SentMessage::received, Words::receivedBy);
    return table;
  }

  private void rows(
      String label, Function<SentMessage, Counts> counts, Function<String, String> words) {
    TreeSet<String> names =
        messages.stream()
            .flatMap(message -> counts.apply(message).present().byName().keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (String name : names) {
      table.row(row(label + words.apply(name), message -> counts.apply(message).of(name)));
    }
  }

  private String[] row(String label, ToLongFunction<SentMessage> count) {
    List<String> cells = new ArrayList<>(List.of(label));
    messages.forEach(message -> cells.add(Words.number(count.applyAsLong(message))));
    return cells.toArray(String[]::new);
  }
}
