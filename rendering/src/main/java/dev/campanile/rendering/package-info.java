/** Liquid templates of strangers turned into one message, within limits, or a reason why not. */
@NullMarked
package dev.campanile.rendering;

import org.jspecify.annotations.NullMarked;
