package dev.campanile.benchmarks.installation;

import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports that nobody uses: a benchmark stands beside whatever else is there. */
final class FreePorts {
  private FreePorts() {}

  /** As the environment that moves every port of the local platform. */
  static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    List<Integer> free = free(Port.values().length);
    for (Port port : Port.values()) {
      environment.put(port.variable(), free.get(port.ordinal()).toString());
    }
    return environment;
  }

  static List<Integer> free(int count) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } catch (IOException e) {
      throw new CannotContinue("There is no free port: " + e.getMessage(), e);
    } finally {
      held.forEach(FreePorts::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new CannotContinue("A port could not be let go: " + e.getMessage(), e);
    }
  }
}
