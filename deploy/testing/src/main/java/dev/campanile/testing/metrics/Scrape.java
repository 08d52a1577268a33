package dev.campanile.testing.metrics;

import dev.campanile.testing.Management;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One look at a service's metrics, as Prometheus takes it. */
public final class Scrape {

  private Scrape() {}

  /** The names that have a value. */
  public static Set<String> names(URI metrics) {
    Set<String> names = new TreeSet<>();
    lines(metrics).forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }

  /** Each a name, its labels and a value. */
  public static List<String> lines(URI metrics) {
    return Management.read(metrics).lines().filter(line -> !line.startsWith("#")).toList();
  }
}
