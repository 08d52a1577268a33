package dev.campanile.gateway.ledger;

import java.util.Map;

/**
 * A new message after its first time through the gate.
 *
 * @param data plain JSON values for the content's variables
 */
public record Arrival(Change change, Map<String, Object> data) {}
