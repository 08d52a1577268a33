/** What customers write to us: stored once, opt-out words obeyed at once. */
@NullMarked
package dev.campanile.gateway.inbound;

import org.jspecify.annotations.NullMarked;
