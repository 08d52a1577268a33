/** Whom a benchmark writes to, and who of them may not get it. */
@NullMarked
package dev.campanile.benchmarks.audience;

import org.jspecify.annotations.NullMarked;
