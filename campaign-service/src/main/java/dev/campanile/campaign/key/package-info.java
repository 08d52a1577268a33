/** Keys that people choose, and by which they find again what they authored. */
@NullMarked
package dev.campanile.campaign.key;

import org.jspecify.annotations.NullMarked;
