/** One launch of a campaign: its audience, its messages and what became of them. */
@NullMarked
package dev.campanile.campaign.run;

import org.jspecify.annotations.NullMarked;
