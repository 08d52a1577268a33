/** Receivers that take messages as fast as they come and remember who got which, and when. */
@NullMarked
package dev.campanile.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
