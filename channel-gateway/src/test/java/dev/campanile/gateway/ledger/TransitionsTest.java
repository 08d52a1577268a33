package dev.campanile.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTest {

  /** Every way there is; a way that is not here must not exist. */
  private static final String WAYS =
      """
      REQUESTED: GATE_PASSED>RESERVED GATE_DEFERRED>DEFERRED GATE_SKIPPED>SKIPPED MALFORMED>FAILED
      DEFERRED: GATE_PASSED>RESERVED GATE_DEFERRED>DEFERRED GATE_SKIPPED>SKIPPED REFUSED>FAILED \
      GAVE_UP>UNCERTAIN ACCEPTED>ACCEPTED DELIVERED>DELIVERED COMPLAINED>COMPLAINED
      RESERVED: GATE_PASSED>RESERVED GATE_DEFERRED>DEFERRED GATE_SKIPPED>SKIPPED REFUSED>FAILED \
      GAVE_UP>UNCERTAIN ACCEPTED>ACCEPTED DELIVERED>DELIVERED COMPLAINED>COMPLAINED STARTED>SENDING
      SENDING: GATE_PASSED>RESERVED GATE_DEFERRED>DEFERRED REFUSED_FOR_NOW>DEFERRED REFUSED>FAILED \
      GAVE_UP>UNCERTAIN LOST_SIGHT>UNKNOWN ACCEPTED>ACCEPTED DELIVERED>DELIVERED BOUNCED>BOUNCED \
      COMPLAINED>COMPLAINED
      UNKNOWN: GATE_PASSED>RESERVED GATE_DEFERRED>DEFERRED REFUSED_FOR_NOW>DEFERRED REFUSED>FAILED \
      GAVE_UP>UNCERTAIN ACCEPTED>ACCEPTED DELIVERED>DELIVERED BOUNCED>BOUNCED COMPLAINED>COMPLAINED
      UNCERTAIN: REFUSED>FAILED ACCEPTED>ACCEPTED DELIVERED>DELIVERED BOUNCED>BOUNCED \
      COMPLAINED>COMPLAINED
      ACCEPTED: DELIVERED>DELIVERED BOUNCED>BOUNCED COMPLAINED>COMPLAINED
      DELIVERED: COMPLAINED>COMPLAINED
      BOUNCED:
      COMPLAINED:
      FAILED:
      SKIPPED:
      """;

  @ParameterizedTest
  @EnumSource
  void aStateHasTheWaysThatAreListedAndNoOther(MessageState state) {
    Map<Occurrence, MessageState> ways = new HashMap<>();
    for (Occurrence occurrence : Occurrence.values()) {
      Transitions.from(state, occurrence).ifPresent(next -> ways.put(occurrence, next));
    }

    assertThat(ways).isEqualTo(listed(state));
  }

  @Test
  void whatACustomerHasReceivedIsNeverSentAgain() {
    for (MessageState received :
        List.of(
            MessageState.ACCEPTED,
            MessageState.DELIVERED,
            MessageState.BOUNCED,
            MessageState.COMPLAINED)) {
      for (Occurrence occurrence : Occurrence.values()) {
        assertThat(Transitions.from(received, occurrence))
            .isNotIn(
                Optional.of(MessageState.RESERVED),
                Optional.of(MessageState.DEFERRED),
                Optional.of(MessageState.SENDING));
      }
    }
  }

  @Test
  void whatIsUncertainIsNeverSentAgain() {
    assertThat(Transitions.from(MessageState.UNCERTAIN, Occurrence.GATE_PASSED)).isEmpty();
    assertThat(Transitions.from(MessageState.UNCERTAIN, Occurrence.REFUSED_FOR_NOW)).isEmpty();
  }

  private static Map<Occurrence, MessageState> listed(MessageState state) {
    String ways =
        WAYS.lines()
            .filter(line -> line.startsWith(state + ":"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseThrow(() -> new AssertionError(state + " is not in the table"));
    return Arrays.stream(ways.split(" "))
        .filter(way -> !way.isEmpty())
        .map(way -> way.split(">"))
        .collect(
            Collectors.toMap(
                way -> Occurrence.valueOf(way[0]), way -> MessageState.valueOf(way[1])));
  }
}
