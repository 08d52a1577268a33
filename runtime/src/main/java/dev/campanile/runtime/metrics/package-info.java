/** Numbers that say whether it works, how far behind it is, and what is stuck. */
@NullMarked
package dev.campanile.runtime.metrics;

import org.jspecify.annotations.NullMarked;
