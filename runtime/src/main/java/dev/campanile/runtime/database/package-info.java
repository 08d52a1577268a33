/** Transactions over plain SQL. */
@NullMarked
package dev.campanile.runtime.database;

import org.jspecify.annotations.NullMarked;
