/** A mail server that keeps what it accepts and can be told to refuse, stall or hang up. */
@NullMarked
package dev.campanile.local.mail;

import org.jspecify.annotations.NullMarked;
