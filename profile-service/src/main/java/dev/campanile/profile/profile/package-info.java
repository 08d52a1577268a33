/** Customers: who they are, how they are stored and shown. */
@NullMarked
package dev.campanile.profile.profile;

import org.jspecify.annotations.NullMarked;
