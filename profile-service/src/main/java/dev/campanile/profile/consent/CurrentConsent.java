package dev.campanile.profile.consent;

import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import java.time.Instant;

/**
 * What holds now for one topic at one address.
 *
 * @param at when the customer said it
 * @param source the system that told us
 */
public record CurrentConsent(ConsentTopic topic, ConsentState state, Instant at, String source) {}
