/** What became of every message: its states, the only ways between them, and its attempts. */
@NullMarked
package dev.campanile.gateway.ledger;

import org.jspecify.annotations.NullMarked;
