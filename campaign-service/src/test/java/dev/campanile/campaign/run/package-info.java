/** Tests of runs. */
@NullMarked
package dev.campanile.campaign.run;

import org.jspecify.annotations.NullMarked;
