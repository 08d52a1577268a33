package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.sink.Arrival;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * Requests at a rate, alone or beside a broadcast.
 *
 * @param perSecond asked for
 * @param beside whether a broadcast ran meanwhile
 * @param broadcastPerSecond what it came to
 * @param answered from when a request was due until campaign-service had answered
 * @param delivered from when it was due until the sink had accepted the mail
 * @param refused requests that came to no message, by how they were answered: no wrong, but too
 *     much was asked
 * @param missing messages that were promised and did not arrive
 * @param duplicates of messages that arrived
 */
record Row(
    int perSecond,
    boolean beside,
    double broadcastPerSecond,
    int requests,
    Latency answered,
    Latency delivered,
    SortedMap<String, Long> refused,
    long missing,
    long duplicates,
    SortedMap<String, Double> cpuSecondsPer1000) {

  static Row of(
      int perSecond,
      boolean beside,
      double broadcastPerSecond,
      List<Sent> sent,
      List<Arrival> arrivals,
      Map<String, Double> cpuSeconds) {
    Map<UUID, Arrival> first = new HashMap<>();
    Set<UUID> promised =
        sent.stream()
            .flatMap(it -> Optional.ofNullable(it.message()).stream())
            .collect(Collectors.toSet());
    long duplicates = 0;
    for (Arrival arrival : arrivals) {
      if (promised.contains(arrival.message())
          && first.putIfAbsent(arrival.message(), arrival) != null) {
        duplicates++;
      }
    }
    Histogram answered = Latency.histogram();
    Histogram delivered = Latency.histogram();
    for (Sent request : sent) {
      answered.recordValue(Math.max(0, request.answeredMicros() - request.dueMicros()));
      Arrival arrival = request.message() == null ? null : first.get(request.message());
      if (arrival != null) {
        delivered.recordValue(Math.max(0, arrival.atMicros() - request.dueMicros()));
      }
    }
    SortedMap<String, Double> per1000 = new TreeMap<>();
    cpuSeconds.forEach((process, cpu) -> per1000.put(process, cpu * 1000 / sent.size()));
    return new Row(
        perSecond,
        beside,
        broadcastPerSecond,
        sent.size(),
        Latency.of(answered),
        Latency.of(delivered),
        refused(sent),
        promised.size() - first.size(),
        duplicates,
        per1000);
  }

  private static SortedMap<String, Long> refused(List<Sent> sent) {
    SortedMap<String, Long> refused = new TreeMap<>();
    sent.stream()
        .filter(request -> request.message() == null)
        .forEach(request -> refused.merge(request.outcome(), 1L, Long::sum));
    return refused;
  }

  boolean wrong() {
    return missing + duplicates > 0;
  }
}
