/** Tests of what the package of the same name does. */
@NullMarked
package dev.campanile.campaign.preview;

import org.jspecify.annotations.NullMarked;
