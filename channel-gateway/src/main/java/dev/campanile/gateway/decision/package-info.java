/** Brings before the gate what it must know, and keeps what it decides. */
@NullMarked
package dev.campanile.gateway.decision;

import org.jspecify.annotations.NullMarked;
