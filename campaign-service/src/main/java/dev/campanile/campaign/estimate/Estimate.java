package dev.campanile.campaign.estimate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Reach;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom a launch would reach now.
 *
 * @param members of the segment; the reachable and the unreachable add up to it
 * @param reachableByChannel people by the first channel that passes
 * @param missingVariables what people lack, in sentences that say how to mend it
 * @param refusals what {@code :launch} would refuse it for; none when it would launch
 * @param at when it was so; quiet hours and shared addresses are not foreseen
 */
public record Estimate(
    String campaign,
    ContentRef content,
    String segment,
    long members,
    long reachable,
    Map<Channel, Long> reachableByChannel,
    List<Reach.Unreachable> unreachable,
    List<String> missingVariables,
    List<LaunchRefusal> refusals,
    Instant at) {}
