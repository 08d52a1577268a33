package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Receipt;
import dev.campanile.gateway.gate.Trace;
import org.jspecify.annotations.Nullable;

/**
 * A message's next state, to be stored.
 *
 * @param trace how the gate decided; none keeps the last one
 * @param receipt what the others are told; none when it is only ours
 */
public record Change(Message after, @Nullable Trace trace, Receipt.@Nullable OfMessage receipt) {

  static Change told(Message after, Receipt.OfMessage receipt) {
    return new Change(after, null, receipt);
  }

  static Change untold(Message after) {
    return new Change(after, null, null);
  }

  public Change decidedBy(Trace how) {
    return new Change(after, how, receipt);
  }
}
