package dev.campanile.gateway.ledger;

import java.util.Map;

/**
 * A new message after its first time through the gate.
 *
 * @param data plain JSON values for the content's variables
 * @param tracked whether the customer agreed that what they read is recorded
 */
public record Arrival(Change change, Map<String, Object> data, boolean tracked) {}
