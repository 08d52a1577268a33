package dev.campanile.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads {@code /proc}; what is not there reads as 0, since processes come and go. */
final class ProcFile {
  private static final int UTIME = 11;
  private static final int STIME = 12;
  private static final int CUTIME = 13;
  private static final int CSTIME = 14;

  private ProcFile() {}

  /**
   * Processor time in hundredths of a second, the unit of every Linux we run on.
   *
   * @param withEndedChildren also that of children that ended and were waited for
   */
  static long ticks(long pid, boolean withEndedChildren) {
    String stat = read(Path.of("/proc/" + pid + "/stat"));
    int name = stat.lastIndexOf(')');
    if (name < 0) {
      return 0;
    }
    String[] fields = stat.substring(name + 1).strip().split(" ");
    long own = Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    long children = Long.parseLong(fields[CUTIME]) + Long.parseLong(fields[CSTIME]);
    return withEndedChildren ? own + children : own;
  }

  /** A number behind a name, such as {@code VmHWM: 1234 kB}. */
  static long number(Path file, String name) {
    return read(file)
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  static Path of(long pid, String file) {
    return Path.of("/proc/" + pid + "/" + file);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException _) {
      return "";
    }
  }
}
