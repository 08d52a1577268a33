package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import java.util.UUID;

/** A no the gateway heard itself and no card has folded in yet. */
public record Revocation(UUID id, Channel channel, String address, ConsentTopic topic) {}
