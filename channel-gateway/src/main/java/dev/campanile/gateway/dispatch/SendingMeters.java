package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.ledger.Message;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts hand-offs by channel, lane and what came of them. Tests are counted apart. */
@ApplicationScoped
class SendingMeters {

  private final MeterRegistry registry;

  SendingMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void handedOff(Message message, HandOff answer) {
    String outcome =
        switch (answer) {
          case HandOff.Accepted _ -> "accepted";
          case HandOff.RefusedForNow _ -> "refused-for-now";
          case HandOff.Refused _ -> "refused";
          case HandOff.InDoubt _ -> "in-doubt";
        };
    registry
        .counter(
            message.isTest() ? "campanile.tests.sent" : "campanile.messages.sent",
            "channel",
            message.sentOn().name(),
            "lane",
            message.intent().lane().name(),
            "outcome",
            outcome)
        .increment();
  }
}
