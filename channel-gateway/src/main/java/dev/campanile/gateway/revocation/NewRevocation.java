package dev.campanile.gateway.revocation;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import java.time.Instant;

/**
 * A no to be kept.
 *
 * @param address normalised: lower-case mail address, E.164 phone number
 * @param evidence where to find the proof, such as {@code message <id>}; no personal data
 */
public record NewRevocation(
    Channel channel,
    String address,
    ConsentTopic topic,
    Cause cause,
    String evidence,
    Instant at) {}
