package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Brand;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.rendering.Body;

/** A claimed message in the shape of its channel. */
record ReadyToSend(Message message, Brand brand, Body body, Lease lease) {

  /**
   * @param started the same message, as written ahead
   */
  Rendered rendered(Message started) {
    String address = started.progress().address();
    if (address == null) {
      throw new IllegalStateException("a reserved message has an address");
    }
    return new Rendered(
        started.id(),
        started.progress().attempt(),
        started.intent().category(),
        brand,
        address,
        body,
        started.isTest());
  }
}
