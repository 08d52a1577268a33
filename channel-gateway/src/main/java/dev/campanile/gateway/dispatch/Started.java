package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.ledger.Message;
import java.util.function.Supplier;

/**
 * A message that may be handed over.
 *
 * @param message as it was written ahead
 */
record Started(ReadyToSend ready, Message message) {

  Supplier<Rendered> rendering() {
    return () -> ready.rendered(message);
  }
}
