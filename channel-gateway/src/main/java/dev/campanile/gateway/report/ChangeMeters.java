package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.decision.LedgerChanged;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jspecify.annotations.Nullable;

/** Counts what came into which state: the ledger moving, whatever moves it. */
@ApplicationScoped
class ChangeMeters {

  private final MeterRegistry registry;

  ChangeMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) LedgerChanged changed) {
    changed
        .messages()
        .forEach(
            (into, messages) ->
                registry
                    .counter(
                        "campanile.messages.changes",
                        "state",
                        into.state().name(),
                        "channel",
                        name(into.channel()),
                        "lane",
                        into.lane().name())
                    .increment(messages));
  }

  private static String name(@Nullable Channel channel) {
    return channel == null ? "NONE" : channel.name();
  }
}
