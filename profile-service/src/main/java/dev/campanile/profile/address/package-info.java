/**
 * Mail addresses and phone numbers: their normal form, who holds them, and how they are shown in
 * part.
 */
@NullMarked
package dev.campanile.profile.address;

import org.jspecify.annotations.NullMarked;
