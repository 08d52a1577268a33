package dev.campanile.runtime.outbox;

import java.util.List;

/**
 * A transaction that added records without order has committed.
 *
 * @param rows what it added
 */
record UnorderedFilled(List<OutboxRow> rows) {}
