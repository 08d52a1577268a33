package dev.campanile.gateway.ledger;

import static dev.campanile.gateway.ledger.Messages.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.gate.PlainPass;
import dev.campanile.gateway.gate.Question;
import dev.campanile.gateway.gate.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoredTraceTest {

  private final Message reserved =
      Messages.message(Category.SERVICE, MessageState.RESERVED, 0, false);

  @Test
  void aPlainPassIsANumberAndReadAsAWhole() throws Exception {
    Trace trace = passed(1);

    String stored = StoredTrace.of(change(trace));

    assertThat(stored).isEqualTo("1");
    assertThat(StoredTrace.read(stored, reserved))
        .isEqualTo(WireFormat.read(WireFormat.write(trace), JsonNode.class));
  }

  @Test
  void whatTheMessageDoesNotSayIsStored() throws Exception {
    Trace anotherCard = passed(3);
    Trace refused =
        new Trace(
            NOW,
            1L,
            List.of(),
            new Trace.Refused(Question.EXPIRY, Reason.EXPIRED, "it expired", null),
            List.of(),
            List.of());

    for (Trace trace : List.of(anotherCard, refused)) {
      assertThat(StoredTrace.read(StoredTrace.of(change(trace)), reserved))
          .isEqualTo(WireFormat.read(WireFormat.write(trace), JsonNode.class));
    }
  }

  @Test
  void noneIsNone() {
    assertThat(StoredTrace.of(change(null))).isNull();
    assertThat(StoredTrace.read(null, reserved)).isNull();
  }

  private Change change(@Nullable Trace trace) {
    return new Change(reserved, trace, null);
  }

  private static Trace passed(long card) {
    return PlainPass.trace(1, NOW, card, Channel.EMAIL, "ana@example.com");
  }
}
