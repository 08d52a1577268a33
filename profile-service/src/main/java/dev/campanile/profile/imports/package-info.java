/** CSV imports: a stored upload, worked off in batches, with a report of what was refused. */
@NullMarked
package dev.campanile.profile.imports;

import org.jspecify.annotations.NullMarked;
