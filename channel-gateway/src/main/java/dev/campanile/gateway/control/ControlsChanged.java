package dev.campanile.gateway.control;

/** Controls have arrived that messages of the ledger may not know of. */
public record ControlsChanged() {}
