/** One trace from the call of an API to the last hop, when OpenTelemetry is configured. */
@NullMarked
package dev.campanile.runtime.trace;

import org.jspecify.annotations.NullMarked;
