/** What processes take of the machine, and what machine it is; from Linux's /proc. */
@NullMarked
package dev.campanile.benchmarks.machine;

import org.jspecify.annotations.NullMarked;
