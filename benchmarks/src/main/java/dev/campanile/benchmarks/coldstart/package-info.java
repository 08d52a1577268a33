/** How long the services take to be ready, and what memory they hold at rest. */
@NullMarked
package dev.campanile.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
