/** How customers are at this moment, for whoever is about to write to them. */
@NullMarked
package dev.campanile.profile.snapshot;

import org.jspecify.annotations.NullMarked;
