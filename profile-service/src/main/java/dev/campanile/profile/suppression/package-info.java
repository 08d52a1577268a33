/** Addresses that must not be written to, whatever their holder consented to. */
@NullMarked
package dev.campanile.profile.suppression;

import org.jspecify.annotations.NullMarked;
