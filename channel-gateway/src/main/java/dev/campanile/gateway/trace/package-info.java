/** Traces that go on through the ledger to the provider, when OpenTelemetry is configured. */
@NullMarked
package dev.campanile.gateway.trace;

import org.jspecify.annotations.NullMarked;
