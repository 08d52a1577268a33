/** Says how much the machine does just now, so that figures of different hours can be compared. */
@NullMarked
package dev.campanile.benchmarks.calibration;

import org.jspecify.annotations.NullMarked;
