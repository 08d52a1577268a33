package dev.campanile.runtime.outbox;

/** A transaction that added records without order has committed. */
record UnorderedFilled() {}
