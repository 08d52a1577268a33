/** Business time. */
@NullMarked
package dev.campanile.runtime.clock;

import org.jspecify.annotations.NullMarked;
