package dev.campanile.local.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Settles every port before anything starts, so that a taken one leaves nothing behind. */
final class PortChoice {

  private PortChoice() {}

  /** The ports with each 0 replaced by a free one. */
  static Map<Server, Integer> settle(Map<Server, Integer> asked)
      throws PlatformProblem, IOException {
    List<ServerSocket> held = new ArrayList<>();
    Map<Server, Integer> settled = new EnumMap<>(Server.class);
    try {
      for (Map.Entry<Server, Integer> entry : asked.entrySet()) {
        ServerSocket socket = hold(entry.getKey(), entry.getValue());
        held.add(socket);
        settled.put(entry.getKey(), socket.getLocalPort());
      }
      return settled;
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  private static ServerSocket hold(Server server, int port) throws PlatformProblem {
    try {
      return new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"));
    } catch (IOException e) {
      throw server.portTaken(port);
    }
  }
}
