/** Looking at a content before customers do: on the screen, and in a real inbox. */
@NullMarked
package dev.campanile.campaign.preview;

import org.jspecify.annotations.NullMarked;
