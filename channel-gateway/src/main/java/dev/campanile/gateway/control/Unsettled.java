package dev.campanile.gateway.control;

import dev.campanile.contracts.RunControl;

/**
 * A control that messages of the ledger may not have met.
 *
 * @param old no transaction is left that has read what was said before
 */
public record Unsettled(RunControl control, boolean old) {}
