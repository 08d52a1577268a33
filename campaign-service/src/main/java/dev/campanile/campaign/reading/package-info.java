/** Who opened messages and followed their links. */
@NullMarked
package dev.campanile.campaign.reading;

import org.jspecify.annotations.NullMarked;
