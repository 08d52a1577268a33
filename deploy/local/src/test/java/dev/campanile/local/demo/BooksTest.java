package dev.campanile.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.local.http.LocalJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BooksTest {
  private static final String REPORT =
      """
      {"campaign":"weekend-offer","runId":"r1","state":"SETTLED","planned":1000,"audienceComplete":true,
       "books":{"pending":0,"requested":0,"skipped":400,"deferred":30,"accepted":560,"failed":10,"unknown":0,"uncertain":0},
       "unreconciled":0,
       "acceptedByChannel":{"EMAIL":500,"SMS":60},
       "skippedByReason":{"NO_CONSENT":380,"OPEN_CASE":20},
       "deferredByReason":{"QUIET_HOURS":30},"failedByReason":{"PROVIDER_REJECTED":10},
       "confirmed":{"DELIVERED":60}}
      """;
  private static final String LEDGER =
      """
      {"planned":1000,"reserved":0,"sending":0,"skipped":400,"deferred":30,"accepted":560,"failed":10,
       "unknown":0,"uncertain":0,"acceptedByChannel":{"EMAIL":500,"SMS":60}}
      """;
  private static final Counts RECEIVED = new Counts(Map.of("email", 500L, "sms", 60L, "chat", 0L));

  @Test
  void balanceWhenEveryTermIsCountedAndEveryoneAgrees() {
    assertThat(faultsIn(message(REPORT, LEDGER, RECEIVED))).isEmpty();
  }

  @Test
  void whatLeftThisMachineIsNotComparedWithTheSimulators() {
    Counts noMail = new Counts(Map.of("sms", 60L));

    assertThat(Books.faultsIn(message(REPORT, LEDGER, noMail), List.of("sms", "chat"))).isEmpty();
    assertThat(faultsIn(message(REPORT, LEDGER, noMail))).isNotEmpty();
  }

  @Test
  void doNotBalanceWhenOneMessageIsMissing() {
    var faults = faultsIn(message(changed("accepted", 559), LEDGER, RECEIVED));

    assertThat(faults)
        .contains("1,000 were planned, and their outcomes add up to 999.")
        .anyMatch(
            fault -> fault.contains("The report counts 559 accepted, the gateway's ledger 560"));
  }

  @Test
  void doNotBalanceWhenAProviderReceivedMoreThanTheLedgerSays() {
    var twice = new Counts(Map.of("email", 501L, "sms", 60L, "chat", 0L));

    assertThat(faultsIn(message(REPORT, LEDGER, twice)))
        .containsExactly(
            "By email the simulators received 501; the ledger says 500, the report 500.");
  }

  @Test
  void doNotBalanceWhileSomethingIsUnderWay() {
    String sending = LEDGER.replace("\"sending\":0", "\"sending\":3");

    assertThat(faultsIn(message(REPORT, sending, RECEIVED)))
        .anyMatch(fault -> fault.contains("3 in the ledger are still under way"));
  }

  @Test
  void doNotBalanceOnNothing() {
    assertThat(faultsIn(message("{}", "{}", new Counts(Map.of())))).contains("Nobody was planned.");
  }

  @Test
  void aRunIsSettledOnlyWhenNothingIsAboutToMove() {
    assertThat(run(REPORT).settled()).isTrue();
    assertThat(run(REPORT.replace("QUIET_HOURS", "RETRY")).settled()).isFalse();
    assertThat(
            run(REPORT.replace("\"audienceComplete\":true", "\"audienceComplete\":false"))
                .settled())
        .isFalse();
    assertThat(run(REPORT).allConfirmed()).isTrue();
    assertThat(run(REPORT.replace("\"DELIVERED\":60", "\"DELIVERED\":59")).allConfirmed())
        .isFalse();
  }

  @Test
  void readsConfirmationsByChannelToo() {
    var byChannel =
        run(
            REPORT.replace(
                "\"confirmed\":",
                "\"confirmedByChannel\":{\"SMS\":{\"DELIVERED\":60}},\"confirmed\":"));

    assertThat(byChannel.confirmed().byName()).containsExactly(Map.entry("SMS DELIVERED", 60L));
  }

  @Test
  void theReportIsWhatTheIssueAsksFor() {
    JsonNode report =
        DemoReport.of(
            List.of(message(REPORT, LEDGER, RECEIVED)), Map.of("start", Duration.ofMillis(8_249)));

    assertThat(LocalJson.read(report.toString(), JsonNode.class))
        .isEqualTo(
            LocalJson.read(
                """
                {"messages":[{"key":"weekend-offer","planned":1000,"accepted":560,"failed":10,
                  "deferred":30,"unknown":0,"skipped":{"NO_CONSENT":380,"OPEN_CASE":20},
                  "received":{"chat":0,"email":500,"sms":60}}],"seconds":{"start":8.2}}
                """,
                JsonNode.class));
  }

  private static SentMessage message(String report, String ledger, Counts received) {
    return new SentMessage("weekend-offer", "r1", run(report), run(ledger), received);
  }

  private static String changed(String term, int count) {
    ObjectNode report = LocalJson.read(REPORT, ObjectNode.class);
    report.withObject("/books").put(term, count);
    return report.toString();
  }

  private static RunCount run(String json) {
    return RunCount.parse(LocalJson.read(json, JsonNode.class));
  }

  private static List<String> faultsIn(SentMessage message) {
    return Books.faultsIn(message, List.of("email", "sms", "chat"));
  }
}
