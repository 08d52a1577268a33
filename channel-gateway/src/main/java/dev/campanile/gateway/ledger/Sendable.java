package dev.campanile.gateway.ledger;

import java.util.Map;

/**
 * A reserved message with what its content is filled with.
 *
 * @param data plain JSON values for the content's variables
 */
public record Sendable(Message message, Map<String, Object> data) {}
