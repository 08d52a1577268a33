/** Finds out, or gives up finding out, what became of messages that may have left. */
@NullMarked
package dev.campanile.gateway.reconcile;

import org.jspecify.annotations.NullMarked;
