/** Pausing, resuming and cancelling, of one run or of everything. */
@NullMarked
package dev.campanile.campaign.control;

import org.jspecify.annotations.NullMarked;
