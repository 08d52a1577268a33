package dev.campanile.benchmarks.broadcast;

import dev.campanile.benchmarks.audience.Audience;
import dev.campanile.benchmarks.company.Company;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.SinkControl;
import dev.campanile.benchmarks.installation.Superuser;
import dev.campanile.benchmarks.installation.Topics;
import dev.campanile.benchmarks.machine.Meter;
import dev.campanile.benchmarks.machine.Usage;
import dev.campanile.benchmarks.oracle.Books;
import dev.campanile.benchmarks.oracle.Evidence;
import dev.campanile.benchmarks.oracle.Finding;
import dev.campanile.benchmarks.oracle.Oracle;
import dev.campanile.benchmarks.sink.Arrival;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Launches a campaign to an audience, and measures and judges what comes of it. */
public final class Launch {
  private static final int WARM_UPS = 10;

  private final Company company;
  private final Audience audience;
  private final SinkControl sink;
  private final Settling settling;
  private final Installation installation;

  public Launch(Installation installation, Company company, Topics topics, Audience audience) {
    this.installation = installation;
    this.company = company;
    this.audience = audience;
    this.sink = installation.sink();
    this.settling = new Settling(company, sink, new Timelines(topics, company));
  }

  /** After so many the virtual machines have compiled most of what a broadcast runs. */
  public static int warmUps(boolean quick) {
    return quick ? 1 : WARM_UPS;
  }

  public Repetition run(String campaign) {
    Set<String> eligible = audience.eligible();
    sink.forget();
    Superuser database = installation.superuser();
    long wal = database.walBytes();
    Meter measured = Meter.begin(installation.measured());
    Meter measuring = Meter.begin(installation.measuring());
    String run = company.launches(campaign);
    Instant launched = Instant.now();
    long began = System.nanoTime();
    boolean caughtUp = settling.await(campaign, run, eligible.size());
    double seconds = (System.nanoTime() - began) / 1e9;
    SequencedMap<String, Usage> used = measured.used();
    SequencedMap<String, Usage> usedMeasuring = measuring.used();
    wal = database.walBytes() - wal;
    return judged(campaign, run, eligible, launched, caughtUp, seconds, used, usedMeasuring, wal);
  }

  private Repetition judged(
      String campaign,
      String run,
      Set<String> eligible,
      Instant launched,
      boolean caughtUp,
      double seconds,
      SequencedMap<String, Usage> used,
      SequencedMap<String, Usage> measuring,
      long wal) {
    List<Arrival> arrivals = sink.arrivedMails();
    Books report = company.report(campaign, run).books();
    List<Finding> findings =
        Oracle.judge(
            new Evidence(
                caughtUp,
                audience.size(),
                eligible,
                audience.ineligible(),
                arrivals,
                report,
                company.ledger(run)));
    long messages = arrivals.size();
    Set<String> reached = arrivals.stream().map(Arrival::address).collect(Collectors.toSet());
    Set<String> missing = new HashSet<>(eligible);
    missing.removeAll(reached);
    return new Repetition(
        report.total(),
        messages,
        seconds,
        messages / seconds,
        ArrivalTimes.after(launched, arrivals),
        each(used, usage -> Repetition.per1000(usage, messages)),
        used.values().stream().mapToDouble(usage -> Repetition.per1000(usage, messages)).sum(),
        each(measuring, usage -> Repetition.per1000(usage, messages)),
        each(used, Usage::peakMegabytes),
        each(used, usage -> usage.writtenBytes() / Math.max(1, messages)),
        wal / Math.max(1, messages),
        arrivals.stream().mapToLong(Arrival::size).sum() / Math.max(1, messages),
        messages - reached.size(),
        missing.size(),
        report.terms(),
        findings);
  }

  private static <T> SequencedMap<String, T> each(
      SequencedMap<String, Usage> used, Function<Usage, T> figure) {
    SequencedMap<String, T> figures = new LinkedHashMap<>();
    used.forEach((process, usage) -> figures.put(process, figure.apply(usage)));
    return figures;
  }
}
