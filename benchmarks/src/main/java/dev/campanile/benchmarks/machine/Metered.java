package dev.campanile.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Something whose use of the machine can be read. */
public sealed interface Metered {
  double TICKS_PER_SECOND = 100;

  Usage usage();

  /** One process, as a service or the broker is. */
  record OneProcess(long pid) implements Metered {

    @Override
    public Usage usage() {
      return new Usage(
          ProcFile.ticks(pid, false) / TICKS_PER_SECOND,
          ProcFile.number(ProcFile.of(pid, "io"), "write_bytes"),
          ProcFile.number(ProcFile.of(pid, "status"), "VmHWM") >> 10);
    }

    /** Resident now. */
    public long megabytes() {
      return ProcFile.number(ProcFile.of(pid, "status"), "VmRSS") >> 10;
    }
  }

  /**
   * PostgreSQL: its postmaster and a process for each connection, those that have ended too, whose
   * use the system adds to the postmaster's. They share most of their memory, so that the sum of
   * their peaks would say nothing: it is the sum of their proportional shares now.
   *
   * @param dataFolder where {@code postmaster.pid} is
   * @param written what the server itself says it wrote: the system counts a whole large page of
   *     its cache as written each time a commit adds a few bytes to it
   */
  record PostgresServer(Path dataFolder, LongSupplier written) implements Metered {

    @Override
    public Usage usage() {
      long postmaster = postmaster();
      List<Long> alive =
          Stream.concat(
                  Stream.of(postmaster),
                  ProcessHandle.of(postmaster).stream()
                      .flatMap(ProcessHandle::children)
                      .map(ProcessHandle::pid))
              .toList();
      return new Usage(
          of(alive).map(pid -> ProcFile.ticks(pid, true)).sum() / TICKS_PER_SECOND,
          written.getAsLong(),
          of(alive).map(pid -> ProcFile.number(ProcFile.of(pid, "smaps_rollup"), "Pss")).sum()
              >> 10);
    }

    private static LongStream of(List<Long> pids) {
      return pids.stream().mapToLong(Long::longValue);
    }

    private long postmaster() {
      try {
        return Long.parseLong(
            Files.readAllLines(dataFolder.resolve("postmaster.pid")).getFirst().strip());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
