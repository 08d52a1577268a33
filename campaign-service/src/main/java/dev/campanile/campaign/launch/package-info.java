/** Launching a campaign, once for every intention. */
@NullMarked
package dev.campanile.campaign.launch;

import org.jspecify.annotations.NullMarked;
