/** How fast the receivers are alone: a figure of anything else is worth less than that. */
@NullMarked
package dev.campanile.benchmarks.sinks;

import org.jspecify.annotations.NullMarked;
