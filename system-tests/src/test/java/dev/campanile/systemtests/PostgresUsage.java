package dev.campanile.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Processor time of PostgreSQL: that of each database's sessions, and what all share, which is the
 * writers, vacuum and sessions that have ended. Its processes outlive the one that started them, so
 * they are found by their parent, the postmaster.
 */
final class PostgresUsage {

  /** {@code USER_HZ}, the same on every Linux. */
  private static final long TICKS_A_SECOND = 100;

  private PostgresUsage() {}

  static Map<String, Duration> cpu(long postmaster) {
    Map<String, Duration> cpu = new TreeMap<>();
    cpu.put("postgres shared", ticks(stat(postmaster), 13, 4));
    ProcessHandle.of(postmaster).orElseThrow().children().forEach(child -> add(cpu, child.pid()));
    return cpu;
  }

  private static void add(Map<String, Duration> cpu, long process) {
    try {
      String title = Files.readString(Path.of("/proc/" + process + "/cmdline"), UTF_8);
      String[] words = title.replace('\0', ' ').strip().split(" ");
      // A session calls itself "postgres: user database client state".
      boolean session = words.length > 3 && words[3].indexOf('(') > 0;
      cpu.merge(
          session ? "postgres " + words[2] : "postgres shared",
          ticks(stat(process), 13, 2),
          Duration::plus);
    } catch (IOException | IllegalStateException _) {
      // It ended meanwhile, and is among the postmaster's ended children now.
    }
  }

  private static Duration ticks(String[] stat, int from, int fields) {
    long ticks = 0;
    for (int i = from; i < from + fields; i++) {
      ticks += Long.parseLong(stat[i]);
    }
    return Duration.ofMillis(ticks * 1000 / TICKS_A_SECOND);
  }

  /** Without its name, which may hold blanks: the fields then begin at the third. */
  private static String[] stat(long process) {
    try {
      String stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      return ("0 0 " + stat.substring(stat.lastIndexOf(')') + 2)).split(" ");
    } catch (IOException e) {
      throw new IllegalStateException("process " + process + " ended", e);
    }
  }
}
