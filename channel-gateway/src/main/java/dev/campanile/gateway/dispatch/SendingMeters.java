package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.channel.HandOff;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts hand-offs by channel and by what came of them. */
@ApplicationScoped
class SendingMeters {

  private final MeterRegistry registry;

  SendingMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void handedOff(Channel channel, HandOff answer) {
    String outcome =
        switch (answer) {
          case HandOff.Accepted _ -> "accepted";
          case HandOff.RefusedForNow _ -> "refused-for-now";
          case HandOff.Refused _ -> "refused";
          case HandOff.InDoubt _ -> "in-doubt";
        };
    registry
        .counter("campanile.messages.sent", "channel", channel.name(), "outcome", outcome)
        .increment();
  }
}
