/** Says whether what arrived is what had to arrive. Pure. */
@NullMarked
package dev.campanile.benchmarks.oracle;

import org.jspecify.annotations.NullMarked;
