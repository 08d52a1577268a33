/** The last defence of customers' addresses against our own logs. */
@NullMarked
package dev.campanile.runtime.log;

import org.jspecify.annotations.NullMarked;
