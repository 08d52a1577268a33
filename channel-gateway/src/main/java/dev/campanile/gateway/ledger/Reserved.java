package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import java.util.List;
import java.util.UUID;

/**
 * Reservations were made: dispatchers have something to do when the transaction has committed.
 *
 * @param atHand whether {@link RecentArrivals} has what is in them
 */
public record Reserved(List<One> reservations, boolean atHand) {

  public record One(UUID id, Channel channel, Lane lane) {}
}
