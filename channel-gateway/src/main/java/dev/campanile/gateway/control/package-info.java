/** Whether a run, or everything, may send now. */
@NullMarked
package dev.campanile.gateway.control;

import org.jspecify.annotations.NullMarked;
