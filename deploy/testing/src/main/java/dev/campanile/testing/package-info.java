/**
 * The local platform as a process of its own, and a clock that can be set, for the services' tests.
 */
@NullMarked
package dev.campanile.testing;

import org.jspecify.annotations.NullMarked;
