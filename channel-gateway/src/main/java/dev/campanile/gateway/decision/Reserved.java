package dev.campanile.gateway.decision;

import static java.util.stream.Collectors.toSet;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.MessageState;
import java.util.Collection;
import java.util.Set;

/** Messages wait for the dispatchers of these queues. */
public record Reserved(Set<Queue> queues) {

  public record Queue(Channel channel, Lane lane) {}

  public static Reserved among(Collection<Change> changes) {
    return new Reserved(
        changes.stream()
            .map(Change::after)
            .filter(message -> message.state() == MessageState.RESERVED)
            .map(message -> new Queue(message.sentOn(), message.intent().lane()))
            .collect(toSet()));
  }
}
