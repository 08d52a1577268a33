package dev.campanile.runtime.outbox;

/** A transaction that added to the outbox has committed. */
record OutboxFilled() {}
