package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All the gate may know besides the message: loaded before, so that deciding is pure.
 *
 * @param heartbeat the bucket's last word from profile-service; none when never heard
 * @param revocations those at the card's addresses
 * @param lastInbound when the customer last wrote to us, by chat address
 * @param claimed addresses another message of the same run has taken, by channel
 */
public record GateContext(
    Instant now,
    RunState run,
    CardState card,
    @Nullable Instant heartbeat,
    List<Revocation> revocations,
    ContentAbility content,
    Map<String, Instant> lastInbound,
    Map<Channel, Set<String>> claimed) {}
