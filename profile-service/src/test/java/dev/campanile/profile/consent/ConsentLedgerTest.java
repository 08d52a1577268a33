package dev.campanile.profile.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.profile.ServiceTest;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ServiceTest
class ConsentLedgerTest {

  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @Inject Database database;
  @Inject ConsentLedger ledger;

  @Test
  void unknownBeatsNothing() {
    assertThat(
            stateAfter(said(ConsentState.OPTED_IN, 1, null), said(ConsentState.UNKNOWN, 2, null)))
        .isEqualTo("OPTED_IN");
  }

  @Test
  void anOptOutStaysUntilALaterYesWithProof() {
    ConsentEntry out = said(ConsentState.OPTED_OUT, 5, null);

    assertThat(stateAfter(out, said(ConsentState.OPTED_IN, 9, null))).isEqualTo("OPTED_OUT");
    assertThat(stateAfter(out, said(ConsentState.OPTED_IN, 4, "form 1"))).isEqualTo("OPTED_OUT");
    assertThat(stateAfter(out, said(ConsentState.OPTED_IN, 5, "form 1"))).isEqualTo("OPTED_OUT");
    assertThat(stateAfter(out, said(ConsentState.OPTED_IN, 6, "form 1"))).isEqualTo("OPTED_IN");
  }

  @Test
  void theStateDoesNotDependOnTheOrderOfHearing() {
    List<ConsentEntry> entries =
        new ArrayList<>(
            List.of(
                said(ConsentState.OPTED_IN, 1, "form 1"),
                said(ConsentState.OPTED_OUT, 2, null),
                said(ConsentState.OPTED_IN, 3, "form 2"),
                said(ConsentState.OPTED_IN, 7, null),
                said(ConsentState.PENDING, 8, null),
                said(ConsentState.UNKNOWN, 9, null)));
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(entries, random);
      assertThat(stateAfter(entries.toArray(ConsentEntry[]::new))).isEqualTo("OPTED_IN");
    }
  }

  /** Each entry in a transaction of its own, all of them about a new address. */
  private String stateAfter(ConsentEntry... entries) {
    String address = UUID.randomUUID() + "@example.com";
    for (ConsentEntry entry : entries) {
      ConsentEntry about =
          new ConsentEntry(
              new AddressKey(Channel.EMAIL, address),
              entry.topic(),
              entry.state(),
              entry.at(),
              entry.how(),
              entry.source(),
              entry.wording(),
              entry.proof());
      database.inTransaction(handle -> ledger.append(handle, List.of(about), TestClock.START));
    }
    return database.read(
        handle ->
            handle
                .createQuery("select state from consent_state where address = :address")
                .bind("address", address)
                .mapTo(String.class)
                .one());
  }

  private static ConsentEntry said(ConsentState state, int day, @Nullable String proof) {
    return new ConsentEntry(
        new AddressKey(Channel.EMAIL, "somebody@example.com"),
        ConsentTopic.MARKETING,
        state,
        DAY.plusSeconds(86_400L * day),
        ConsentEntry.How.IMPORT,
        "crm",
        null,
        proof);
  }
}
