/** Whom a launch would reach, and what stands against launching. */
@NullMarked
package dev.campanile.campaign.estimate;

import org.jspecify.annotations.NullMarked;
