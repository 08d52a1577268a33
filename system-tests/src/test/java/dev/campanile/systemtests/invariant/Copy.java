package dev.campanile.systemtests.invariant;

import dev.campanile.contracts.Channel;
import java.time.Instant;

/**
 * What a provider really received.
 *
 * @param messageId Campanile's
 */
public record Copy(String messageId, Channel channel, String address, Instant at) {}
