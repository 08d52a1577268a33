package dev.campanile.local.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which port everything listens on: the standard one, or the one the environment names. */
public final class Ports {
  private static final int HIGHEST = 65_535;

  private final Map<Port, Integer> numbers;

  private Ports(Map<Port, Integer> numbers) {
    this.numbers = numbers;
  }

  public static Ports of(Map<String, String> environment) {
    Map<Port, Integer> numbers = new EnumMap<>(Port.class);
    Map<Integer, Port> users = new HashMap<>();
    for (Port port : Port.values()) {
      int number = number(port, environment.get(port.variable()));
      Port other = users.putIfAbsent(number, port);
      if (other != null) {
        throw new CannotContinue(
            "%s and %s would both listen on port %d. Give one of them another: %s or %s."
                .formatted(other.user(), port.user(), number, other.variable(), port.variable()));
      }
      numbers.put(port, number);
    }
    return new Ports(numbers);
  }

  private static int number(Port port, @Nullable String value) {
    if (value == null || value.isBlank()) {
      return port.standard();
    }
    try {
      int number = Integer.parseInt(value.strip());
      if (number > 0 && number <= HIGHEST) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below, as for a number that is no port.
    }
    throw new CannotContinue(
        "%s is \"%s\", which is no port number. It moves %s, which else takes %d."
            .formatted(port.variable(), value, port.user(), port.standard()));
  }

  public int of(Port port) {
    return Objects.requireNonNull(numbers.get(port));
  }

  public String url(Port port) {
    return "http://127.0.0.1:" + of(port);
  }

  /** Refuses with every port that another program listens on, and how to move it. */
  public void requireFree(Collection<Port> needed) {
    List<String> taken = new ArrayList<>();
    for (Port port : needed) {
      if (isTaken(of(port))) {
        taken.add(
            "Port %d is taken by another program, and %s needs it. Move it with %s=%d."
                .formatted(of(port), port.user(), port.variable(), suggestion(port)));
      }
    }
    if (!taken.isEmpty()) {
      throw new CannotContinue(String.join("\n", taken));
    }
  }

  private int suggestion(Port port) {
    int number = of(port);
    do {
      number = number + 10_000 <= HIGHEST ? number + 10_000 : number - 9_999;
    } while (numbers.containsValue(number) || isTaken(number));
    return number;
  }

  static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
      return !socket.isBound();
    } catch (IOException _) {
      return true;
    }
  }
}
