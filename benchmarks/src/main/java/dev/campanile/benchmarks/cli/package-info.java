/** {@code ./campanile bench}. */
@NullMarked
package dev.campanile.benchmarks.cli;

import org.jspecify.annotations.NullMarked;
