package dev.campanile.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** A port that nobody listens on, and that is given to nobody else. */
final class FreePort {

  /**
   * Below those the system gives to outgoing connections: while a server is down, one of its own
   * callers could be given its port.
   */
  private static final int FIRST = 20_000;

  /** Processes that run tests beside each other have ranges of their own. */
  private static final int RANGES = 60;

  private static final int RANGE = 200;

  private static final AtomicInteger GIVEN = new AtomicInteger();

  private FreePort() {}

  static int any() {
    int first = FIRST + Math.toIntExact(ProcessHandle.current().pid() % RANGES) * RANGE;
    while (true) {
      int port = first + GIVEN.getAndIncrement() % RANGE;
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException _) {
        // Taken; there are others.
      }
    }
  }
}
