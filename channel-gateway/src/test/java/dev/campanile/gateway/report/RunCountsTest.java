package dev.campanile.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.RunId;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.gateway.report.RunLedgerResource.Count;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunCountsTest {

  private static final RunId RUN = new RunId(new UUID(1, 2));

  @Test
  void theBooksAddUpToTheTotalWhateverTheStates() {
    List<Count> oneOfEach =
        Arrays.stream(MessageState.values())
            .filter(state -> state != MessageState.REQUESTED)
            .map(state -> new Count(state, "EMAIL", "EXPIRED", 1))
            .toList();

    RunLedger ledger = RunCounts.ledger(RUN, oneOfEach);

    RunLedger.Books books = ledger.books();
    assertThat(
            books.skipped()
                + books.deferred()
                + books.reserved()
                + books.sending()
                + books.accepted()
                + books.failed()
                + books.unknown()
                + books.uncertain())
        .isEqualTo(ledger.total())
        .isEqualTo(11);
  }

  @Test
  void whatFollowsAcceptedCountsAsAccepted() {
    RunLedger ledger =
        RunCounts.ledger(
            RUN,
            List.of(
                new Count(MessageState.ACCEPTED, "EMAIL", null, 5),
                new Count(MessageState.DELIVERED, "SMS", null, 3),
                new Count(MessageState.BOUNCED, "SMS", null, 1)));

    assertThat(ledger.books().accepted()).isEqualTo(9);
    assertThat(ledger.acceptedByChannel()).isEqualTo(Map.of("EMAIL", 5, "SMS", 4));
    assertThat(ledger.confirmed()).isEqualTo(Map.of("SMS", Map.of("DELIVERED", 3, "BOUNCED", 1)));
  }
}
