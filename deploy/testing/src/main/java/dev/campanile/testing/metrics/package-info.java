/** Metrics held to what operators are promised. */
@NullMarked
package dev.campanile.testing.metrics;

import org.jspecify.annotations.NullMarked;
