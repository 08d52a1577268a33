/** Which time zones a customer may be in, and how that is known. */
@NullMarked
package dev.campanile.profile.zone;

import org.jspecify.annotations.NullMarked;
