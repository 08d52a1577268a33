package dev.campanile.gateway.report;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import java.util.Map;

/**
 * What waits in the ledger.
 *
 * @param oldestReserved seconds since the gate let the oldest pass that waits for its hand-off
 * @param overdue seconds the oldest deferred message has been due
 * @param unreconciled hand-offs of which nobody knows what came: UNKNOWN, or abandoned while
 *     sending
 * @param unsettledControls that messages of the ledger may not have met yet
 */
record Waiting(
    Map<Queue, Integer> reservedIn,
    Map<Queue, Integer> sendingIn,
    double oldestReserved,
    double overdue,
    double unknown,
    double oldestUnknown,
    double unreconciled,
    double unsettledControls) {

  static final Waiting NOTHING = new Waiting(Map.of(), Map.of(), 0, 0, 0, 0, 0, 0);

  record Queue(Channel channel, Lane lane) {}

  double reserved(Queue queue) {
    return reservedIn.getOrDefault(queue, 0);
  }

  double sending(Queue queue) {
    return sendingIn.getOrDefault(queue, 0);
  }
}
