/** A campaign to many: how many messages a second, and at what cost. */
@NullMarked
package dev.campanile.benchmarks.broadcast;

import org.jspecify.annotations.NullMarked;
