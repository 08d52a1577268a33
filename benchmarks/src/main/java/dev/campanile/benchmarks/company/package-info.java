/** What a company's own systems ask of Campanile, over its HTTP APIs. */
@NullMarked
package dev.campanile.benchmarks.company;

import org.jspecify.annotations.NullMarked;
