/** Scenarios over the packaged services, seen from outside. */
@NullMarked
package dev.campanile.systemtests;

import org.jspecify.annotations.NullMarked;
