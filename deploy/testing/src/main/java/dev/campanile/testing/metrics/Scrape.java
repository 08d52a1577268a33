package dev.campanile.testing.metrics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
    return text(metrics).lines().filter(line -> !line.startsWith("#")).toList();
  }

  private static String text(URI metrics) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
