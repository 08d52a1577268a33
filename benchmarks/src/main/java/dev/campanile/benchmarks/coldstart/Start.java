package dev.campanile.benchmarks.coldstart;

import java.util.SortedMap;

/**
 * The three services, started together once.
 *
 * @param seconds from the first process's start until the last was ready
 * @param readySeconds by service: from the start of its process until it said it was ready
 * @param megabytesAtRest resident memory ten seconds later
 */
record Start(
    double seconds,
    SortedMap<String, Double> readySeconds,
    SortedMap<String, Long> megabytesAtRest) {}
