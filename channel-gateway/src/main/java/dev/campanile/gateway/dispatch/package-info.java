/** Hands reserved messages to channel adapters: claimed, rendered, written ahead, then sent. */
@NullMarked
package dev.campanile.gateway.dispatch;

import org.jspecify.annotations.NullMarked;
