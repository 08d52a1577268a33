/** What must hold after any fault: nobody twice, nothing lost, no no ignored, the books balance. */
@NullMarked
package dev.campanile.systemtests.invariant;

import org.jspecify.annotations.NullMarked;
