/** Measures between two calibrations of the machine. */
@NullMarked
package dev.campanile.benchmarks.trial;

import org.jspecify.annotations.NullMarked;
