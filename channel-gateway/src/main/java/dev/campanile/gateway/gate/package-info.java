/**
 * The one gate every message passes right before its hand-off: pure decisions, each with its trace.
 */
@NullMarked
package dev.campanile.gateway.gate;

import org.jspecify.annotations.NullMarked;
