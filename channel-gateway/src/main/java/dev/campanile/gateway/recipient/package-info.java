/** Whom this installation may write to at all. */
@NullMarked
package dev.campanile.gateway.recipient;

import org.jspecify.annotations.NullMarked;
