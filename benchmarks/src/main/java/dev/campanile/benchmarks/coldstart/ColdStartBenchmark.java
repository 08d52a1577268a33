package dev.campanile.benchmarks.coldstart;

import dev.campanile.benchmarks.coldstart.ColdStartResult.Measured;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.ServiceSettings;
import dev.campanile.benchmarks.result.ResultFiles;
import dev.campanile.benchmarks.trial.Trial;
import dev.campanile.local.services.AotCache;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Service;
import dev.campanile.local.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The services from process start to ready, without and with a cache of what a start has learnt.
 */
public final class ColdStartBenchmark {
  private static final String NAME = "cold-start";
  private static final int STARTS = 5;
  private static final Duration TO_REST = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Path root;
  private final boolean quick;
  private final int repetitions;

  /**
   * @param repetitions 0 for the usual number
   */
  public ColdStartBenchmark(Terminal terminal, Path root, boolean quick, int repetitions) {
    this.terminal = terminal;
    this.root = root;
    this.quick = quick;
    this.repetitions = repetitions > 0 ? repetitions : quick ? 1 : STARTS;
  }

  public boolean run() {
    terminal.heading("Cold start");
    ColdStartResult result =
        new Trial(terminal, root, quick)
            .measure(ServiceSettings.NONE, this::measure, ColdStartResult::new);
    List<String> markdown = result.markdown();
    ResultFiles.write(root, NAME, result, markdown);
    terminal.blank();
    markdown.forEach(terminal::line);
    return true;
  }

  private Measured measure(Installation installation) {
    // The first start makes the schema, and the second is the first of a built installation.
    installation.startServices();
    installation.stopServices();
    List<Start> plain = starts(installation, _ -> List.of());
    Path caches = installation.home().resolve("aot");
    try {
      Files.createDirectories(caches);
      for (Service service : Service.values()) {
        Files.deleteIfExists(cache(caches, service).file());
      }
      installation.startServices(service -> cache(caches, service).options(true));
      Patience.pause(TO_REST);
      installation.stopServices();
      long megabytes = 0;
      for (Service service : Service.values()) {
        megabytes += Files.size(cache(caches, service).file()) >> 20;
      }
      return new Measured(
          plain, starts(installation, service -> cache(caches, service).options(false)), megabytes);
    } catch (IOException e) {
      throw new CannotContinue("A service left no AOT cache when it ended: " + e.getMessage(), e);
    }
  }

  private static AotCache cache(Path folder, Service service) {
    return new AotCache(folder.resolve(service.key() + ".aot"));
  }

  private List<Start> starts(
      Installation installation, Function<Service, List<String>> javaOptions) {
    List<Start> starts = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      var ready = installation.startServices(javaOptions);
      Patience.pause(TO_REST);
      Start start =
          new Start(
              ready.values().stream().mapToDouble(Double::doubleValue).max().orElse(0),
              ready,
              installation.residentMegabytes());
      installation.stopServices();
      terminal.done(
          "ready after %.1f s %s, %s MB at rest"
              .formatted(start.seconds(), ready, start.megabytesAtRest()));
      starts.add(start);
    }
    return starts;
  }
}
