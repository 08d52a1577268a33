package dev.campanile.benchmarks.transactional;

import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.SinkControl;
import dev.campanile.benchmarks.machine.Meter;
import dev.campanile.benchmarks.sink.Arrival;
import dev.campanile.local.services.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Single messages at a rate for a while, and what became of them. */
final class MessageStream {
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** So long without another of them, and the rest is missing. */
  private static final int LOOKS_IN_VAIN = 20;

  private final Installation installation;
  private final Company company;
  private final List<String> customers;

  MessageStream(Installation installation, Company company, List<String> customers) {
    this.installation = installation;
    this.company = company;
    this.customers = customers;
  }

  /**
   * @param beside whether a broadcast runs meanwhile
   */
  Row run(int perSecond, Duration length, boolean beside) {
    SinkControl sink = installation.sink();
    sink.forget();
    Meter meter = Meter.begin(installation.measured());
    try (Requests requests =
        new Requests(company.campaignService(), Service.CAMPAIGN.apiKey(), customers)) {
      Schedule schedule = Schedule.of(perSecond, length);
      List<Sent> sent = requests.make(schedule);
      long ended = schedule.dueMicros(schedule.requests());
      List<Arrival> arrivals = awaitArrivals(sink, sent);
      Map<String, Double> cpu = new TreeMap<>();
      meter.used().forEach((process, usage) -> cpu.put(process, usage.cpuSeconds()));
      long others =
          arrivals.stream()
              .filter(
                  it ->
                      it.address().startsWith(TransactionalBenchmark.BESIDE + "-")
                          && it.atMicros() < ended)
              .count();
      return Row.of(perSecond, beside, others * 1e3 / length.toMillis(), sent, arrivals, cpu);
    }
  }

  /** Reads them all each time: there are some ten thousands, and a count would hide a broadcast. */
  private static List<Arrival> awaitArrivals(SinkControl sink, List<Sent> sent) {
    Set<UUID> waiting =
        sent.stream().map(Sent::message).filter(Objects::nonNull).collect(Collectors.toSet());
    int inVain = 0;
    while (true) {
      List<Arrival> arrivals = sink.arrivedMails();
      int before = waiting.size();
      arrivals.forEach(arrival -> waiting.remove(arrival.message()));
      inVain = waiting.size() < before ? 0 : inVain + 1;
      if (waiting.isEmpty() || inVain > LOOKS_IN_VAIN) {
        return arrivals;
      }
      Patience.pause(LOOK);
    }
  }
}
