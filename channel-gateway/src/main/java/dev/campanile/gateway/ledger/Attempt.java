package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One hand-off of a message and what came of it.
 *
 * @param number counts from 1 within the message
 * @param at when the last of it was heard
 * @param code the provider's code
 * @param answer the provider's words
 */
public record Attempt(
    MessageId message,
    LocalDate plannedOn,
    int number,
    Channel channel,
    AttemptState state,
    Instant at,
    @Nullable String providerId,
    @Nullable String code,
    @Nullable String answer) {}
