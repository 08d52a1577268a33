/** What a service tells others: written in the transaction that caused it, published in order. */
@NullMarked
package dev.campanile.runtime.outbox;

import org.jspecify.annotations.NullMarked;
