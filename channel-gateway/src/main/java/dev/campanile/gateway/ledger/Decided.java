package dev.campanile.gateway.ledger;

import dev.campanile.gateway.gate.Decision;

/**
 * A decision with what it was made on.
 *
 * @param locale the language the message will be written in
 * @param cardVersion the card decided on; 0 when there was none
 * @param tracked whether that card says that the customer agreed to it
 */
public record Decided(Decision decision, String locale, long cardVersion, boolean tracked) {}
