package dev.campanile.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A port that nobody listens on. */
final class FreePort {

  /**
   * Below those the system gives to outgoing connections: while a server is down, one of its own
   * callers could be given its port.
   */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;

  private FreePort() {}

  static int any() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException _) {
        // Taken; there are others.
      }
    }
  }
}
