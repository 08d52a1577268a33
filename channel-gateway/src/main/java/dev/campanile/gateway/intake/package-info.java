/** Requests for messages, each taken once, gated and stored. */
@NullMarked
package dev.campanile.gateway.intake;

import org.jspecify.annotations.NullMarked;
