package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Not a test of a time: says how fast the slice sends 20,000 mails into the local mail server, kept
 * as a sink. Run it with {@code mvn -pl system-tests test -Dgroups=figure -DexcludedGroups=}.
 */
@Tag("figure")
class BroadcastFigure {

  private static final int CUSTOMERS = Integer.getInteger("customers", 20_000);

  @Test
  @Timeout(900)
  void broadcast() {
    try (Installation installation = Installation.start()) {
      say("memory at rest, MB: %s", installation.memoryInMegabytes());
      Grocer grocer = new Grocer(installation).opens();
      installation.simulators().put("/simulators/mail/behaviour", "{\"sink\":true}");
      long importing = System.nanoTime();
      grocer.imports(customers());
      say("import of %d customers: %.1f s", CUSTOMERS, secondsSince(importing));

      Map<String, Duration> before = installation.cpu();
      long launched = System.nanoTime();
      grocer.launches(Grocer.OFFER);
      JsonNode report = grocer.awaitAnswers(Grocer.OFFER);
      double seconds = secondsSince(launched);
      Map<String, Duration> after = installation.cpu();

      int accepted = report.at("/books/accepted").asInt();
      int received = installation.simulators().get("/simulators/received").get("email").asInt();
      assertThat(received).isEqualTo(accepted).isGreaterThan(CUSTOMERS * 9 / 10);
      say(
          "planned %d, accepted %d, skipped %s",
          report.get("planned").asInt(), accepted, report.get("skippedByReason"));
      say("launch to settled books: %.1f s, %.0f messages/s", seconds, accepted / seconds);
      after.forEach(
          (process, cpu) ->
              say(
                  "CPU of %-16s %6.2f s, %.3f s per 1,000",
                  process,
                  seconds(cpu.minus(before.get(process))),
                  seconds(cpu.minus(before.get(process))) / accepted * 1000));
    }
  }

  /** Five in a hundred did not consent, two are suppressed, one shares an address. */
  private static String customers() {
    StringBuilder csv =
        new StringBuilder(
            "externalId,firstName,lastName,email,phone,locale,country,zone,preferredChannel,"
                + "emailConsent,smsConsent,chatConsent,consentSource,consentAt,orderStatus,"
                + "orderNumber,deliveryWindow,openCase,suppressed\n");
    for (int i = 0; i < CUSTOMERS; i++) {
      int address = i % 100 == 99 ? i - 1 : i;
      csv.append(
              "B-%d,Name%d,Family,b%d@example.com,,en,GB,Europe/London,EMAIL,"
                  .formatted(i, i, address))
          .append(i % 20 == 7 ? "" : "OPTED_IN")
          .append(",,,web form,2026-01-01T00:00:00Z,,,,,")
          .append(i % 50 == 3 ? "EMAIL:HARD" : "")
          .append('\n');
    }
    return csv.toString();
  }

  private static double secondsSince(long began) {
    return seconds(Duration.ofNanos(System.nanoTime() - began));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static void say(String sentence, Object... values) {
    System.out.println("FIGURE " + sentence.formatted(values));
  }
}
