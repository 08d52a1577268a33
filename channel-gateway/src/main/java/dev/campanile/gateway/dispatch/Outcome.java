package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.HandOff;
import java.time.Instant;

/**
 * What a provider answered to one hand-off.
 *
 * @param address where it was handed to
 * @param at business time of the answer
 */
record Outcome(
    MessageId message, int attempt, Channel channel, String address, HandOff handOff, Instant at) {}
