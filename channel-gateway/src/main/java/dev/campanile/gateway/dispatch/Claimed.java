package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.ledger.Message;
import java.util.Map;

/** A message a dispatcher holds the lease of. */
record Claimed(Message message, Map<String, Object> data) {}
