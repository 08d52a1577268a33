/** The inbox page: every customer's mailbox and phone, and why each message came or did not. */
@NullMarked
package dev.campanile.local.inbox;

import org.jspecify.annotations.NullMarked;
