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
 * @param refusals what the plan would be refused for by {@code :launch}; that there is a run
 *     already, or that sending is stopped, is said by {@code :launch} alone
 * @param at when it was so; quiet hours, shared addresses and who wrote by chat in the last 24
 *     hours are not foreseen
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
