package dev.campanile.gateway.channel;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A provider's word on one attempt, after the hand-off or instead of its lost answer.
 *
 * @param code the provider's code, such as {@code 30006}; none when all went well
 * @param address what this says about the address itself
 * @param at when we were told
 */
public record DeliveryReport(
    MessageId messageId,
    int attempt,
    Channel channel,
    String providerId,
    DeliveryStatus status,
    @Nullable String code,
    HandOff.AddressFinding address,
    Instant at) {}
