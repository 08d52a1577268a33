/** The audience of a run: a snapshot of a segment, streamed bucket by bucket. */
@NullMarked
package dev.campanile.profile.audience;

import org.jspecify.annotations.NullMarked;
