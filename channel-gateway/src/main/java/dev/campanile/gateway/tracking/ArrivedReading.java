package dev.campanile.gateway.tracking;

import dev.campanile.gateway.ledger.TrackedMessage;
import org.jspecify.annotations.Nullable;

/**
 * A reading that is old enough to be judged.
 *
 * @param message none when it is not there any more
 */
record ArrivedReading(Reading reading, @Nullable TrackedMessage message) {}
