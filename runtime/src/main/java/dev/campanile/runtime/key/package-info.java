/** API keys: who calls, and what they may do. */
@NullMarked
package dev.campanile.runtime.key;

import org.jspecify.annotations.NullMarked;
