package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Channel;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.ledger.Message;
import java.time.Instant;
import java.util.Objects;

/**
 * What a provider answered to one hand-off.
 *
 * @param started the message as it was written ahead
 * @param at business time of the answer
 */
record Outcome(Message started, Lease lease, HandOff handOff, Instant at) {

  int attempt() {
    return started.progress().attempt();
  }

  Channel channel() {
    return started.sentOn();
  }

  /** Where it was handed to. */
  String address() {
    return Objects.requireNonNull(started.progress().address(), "what was sent has an address");
  }
}
