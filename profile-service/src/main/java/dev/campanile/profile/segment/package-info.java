/** Segments: rules over profiles, compiled to SQL and to a predicate that answer alike. */
@NullMarked
package dev.campanile.profile.segment;

import org.jspecify.annotations.NullMarked;
