package dev.campanile.gateway.ledger;

import java.util.Map;

/**
 * A reserved message with what its content is filled with.
 *
 * @param data plain JSON values for the content's variables
 * @param tracked whether the customer agreed that what they read is recorded, by the card the gate
 *     saw: when that has changed since, the statement that moves the message to SENDING refuses it
 */
public record Sendable(Message message, Map<String, Object> data, boolean tracked) {}
