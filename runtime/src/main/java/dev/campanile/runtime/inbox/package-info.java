/** What a service hears from others: read in batches, dead-lettered when bad, never lost. */
@NullMarked
package dev.campanile.runtime.inbox;

import org.jspecify.annotations.NullMarked;
