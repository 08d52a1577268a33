package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.Sendable;

/** A message a dispatcher may send, as long as it holds the lease. */
record Claimed(Sendable sendable, Lease lease) {

  Message message() {
    return sendable.message();
  }
}
