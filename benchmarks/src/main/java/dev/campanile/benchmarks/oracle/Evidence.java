package dev.campanile.benchmarks.oracle;

import dev.campanile.benchmarks.audience.Obstacle;
import dev.campanile.benchmarks.sink.Arrival;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of a run when it has ended.
 *
 * @param caughtUp whether all three services said in time that they were done
 * @param planned how many people the audience has
 * @param eligible the addresses that must have got one message
 * @param ineligible those that must not
 * @param report the campaign's report
 * @param ledger the gateway's
 */
public record Evidence(
    boolean caughtUp,
    long planned,
    Set<String> eligible,
    Map<String, Obstacle> ineligible,
    List<Arrival> arrivals,
    Books report,
    Books ledger) {}
