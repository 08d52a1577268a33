package dev.campanile.gateway.dispatch;

import dev.campanile.gateway.ledger.Message;
import java.util.Map;

/** A message a dispatcher may send, as long as it holds the lease. */
record Claimed(Message message, Map<String, Object> data, Lease lease) {}
