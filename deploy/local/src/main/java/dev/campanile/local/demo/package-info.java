/** The demo: a thousand invented customers receive two messages, or rightly do not. */
@NullMarked
package dev.campanile.local.demo;

import org.jspecify.annotations.NullMarked;
