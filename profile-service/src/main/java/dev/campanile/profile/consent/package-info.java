/**
 * The ledger of what customers said about an address, a channel and a topic, and the state that
 * follows.
 */
@NullMarked
package dev.campanile.profile.consent;

import org.jspecify.annotations.NullMarked;
