package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.terminal.Bar;
import dev.campanile.local.terminal.Terminal;
import java.time.Duration;

/** Brings the customers in, and says which rows were refused and why. */
final class Importing {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int REFUSALS_SHOWN = 20;

  private final Terminal terminal;
  private final Company company;

  Importing(Terminal terminal, Company company) {
    this.terminal = terminal;
    this.company = company;
  }

  JsonNode bringIn(String csv) {
    long rows = csv.lines().skip(1).filter(line -> !line.isBlank()).count();
    String id = company.startImport(csv);
    JsonNode job;
    try (Bar bar = new Bar(terminal, "importing")) {
      job =
          Waiting.until(
              PATIENCE,
              () -> {
                JsonNode seen = company.importJob(id);
                bar.show(seen.path("imported").asLong() + seen.path("refused").asLong(), rows, "");
                return seen;
              },
              seen -> !seen.path("state").asText().equals("RUNNING"));
    }
    if (!job.path("state").asText().equals("COMPLETED")) {
      throw new CannotContinue("The import did not complete: " + job);
    }
    report(job);
    return job;
  }

  private void report(JsonNode job) {
    terminal.done("%s customers imported".formatted(Words.number(job.path("imported").asLong())));
    long refused = job.path("refused").asLong();
    JsonNode refusals = job.path("refusals");
    if (!refusals.isEmpty()) {
      terminal.warning(
          "%s rows could not be used, and of others %s fields; the rest goes on:"
              .formatted(
                  Words.number(refused), Words.number(Math.max(0, refusals.size() - refused))));
    }
    for (int at = 0; at < Math.min(REFUSALS_SHOWN, refusals.size()); at++) {
      JsonNode refusal = refusals.get(at);
      terminal.line(
          "      row %-5d %-17s %s%s"
              .formatted(
                  refusal.path("row").asLong(),
                  refusal.path("field").asText(""),
                  refusal.path("reason").asText(),
                  value(refusal)));
    }
  }

  private static String value(JsonNode refusal) {
    String value = refusal.path("value").asText("");
    return value.isEmpty() ? "" : " (" + value + ")";
  }
}
