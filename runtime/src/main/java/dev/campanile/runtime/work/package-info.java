/** Background loops. */
@NullMarked
package dev.campanile.runtime.work;

import org.jspecify.annotations.NullMarked;
