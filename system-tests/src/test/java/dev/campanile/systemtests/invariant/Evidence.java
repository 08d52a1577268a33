package dev.campanile.systemtests.invariant;

import java.util.List;

/**
 * What is said and what really happened.
 *
 * @param runs every run whose messages may have reached the sinks
 * @param received all the sinks have
 * @param mostInFlight how many hand-offs at most were under way when something broke
 */
public record Evidence(
    List<RunEvidence> runs, List<Copy> received, List<OptOut> optOuts, int mostInFlight) {

  public Evidence {
    runs = List.copyOf(runs);
    received = List.copyOf(received);
    optOuts = List.copyOf(optOuts);
  }
}
