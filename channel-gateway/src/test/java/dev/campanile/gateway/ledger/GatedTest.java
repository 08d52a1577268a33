package dev.campanile.gateway.ledger;

import static dev.campanile.gateway.ledger.Messages.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.gate.Decision;
import dev.campanile.gateway.gate.Trace;
import dev.campanile.gateway.gate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatedTest {

  private static final Verdict EXPIRED = new Verdict.Skip(null, Reason.EXPIRED);

  @Test
  void aReservedMessageIsToldNobody() {
    Change change =
        by(
            new Verdict.Send(Channel.SMS, "+393331234567"),
            Messages.message(Category.SERVICE, MessageState.DEFERRED, 0, false));

    assertThat(change.after().state()).isEqualTo(MessageState.RESERVED);
    assertThat(change.after().progress().gatedCard()).isEqualTo(7);
    assertThat(change.receipt()).isNull();
  }

  @Test
  void aMessageThatExpiresBeforeItsFirstHandOffIsSkipped() {
    assertThat(
            by(EXPIRED, Messages.message(Category.SERVICE, MessageState.DEFERRED, 0, false))
                .receipt())
        .isInstanceOf(Receipt.Skipped.class);
  }

  @Test
  void aMessageThatExpiresAfterARefusedHandOffHasFailed() {
    assertThat(
            by(EXPIRED, Messages.message(Category.SERVICE, MessageState.DEFERRED, 1, false))
                .receipt())
        .isInstanceOf(Receipt.Failed.class);
  }

  @Test
  void aMessageThatMayHaveLeftIsNeverCalledSkipped() {
    assertThat(by(EXPIRED, Messages.triedAgain(MessageState.DEFERRED)).receipt())
        .isInstanceOf(Receipt.Uncertain.class);
    assertThat(
            Gated.byRendering(
                    Reason.TEMPLATE_ERROR, "x", Messages.triedAgain(MessageState.RESERVED), NOW)
                .receipt())
        .isInstanceOf(Receipt.Uncertain.class);
  }

  private static Change by(Verdict verdict, Message message) {
    Trace trace = new Trace(NOW, 7L, List.of(), null, List.of(), List.of());
    return Gated.by(new Decided(new Decision(verdict, trace), "it", 7, false), message, NOW);
  }
}
