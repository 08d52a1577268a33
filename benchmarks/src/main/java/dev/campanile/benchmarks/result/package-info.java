/** What is written down of a benchmark. */
@NullMarked
package dev.campanile.benchmarks.result;

import org.jspecify.annotations.NullMarked;
