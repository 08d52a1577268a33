package dev.campanile.benchmarks.sinks;

import dev.campanile.local.services.CannotContinue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends as much as a sink takes, on one thread: it writes to every connection and then reads from
 * every one, so that there is always work on both sides.
 */
public final class RawLoad {
  private static final int CONNECTIONS = 16;

  private final int port;
  private final Exchange exchange;

  private RawLoad(int port, Exchange exchange) {
    this.port = port;
    this.exchange = exchange;
  }

  public static RawLoad mails(int port) {
    return new RawLoad(port, new SmtpExchange());
  }

  public static RawLoad texts(int port) {
    return new RawLoad(port, new TwilioExchange());
  }

  /** Returns messages a second. */
  public double run(int messages) {
    List<RawConnection> connections = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        RawConnection connection = new RawConnection(port);
        connections.add(connection);
        exchange.open(connection);
      }
      long began = System.nanoTime();
      int sent = 0;
      while (sent < messages) {
        for (RawConnection connection : connections) {
          exchange.send(connection, sent++);
        }
        for (RawConnection connection : connections) {
          exchange.awaitAnswer(connection);
        }
      }
      return sent * 1e9 / (System.nanoTime() - began);
    } catch (IOException e) {
      throw new CannotContinue("The sink alone could not be measured: " + e.getMessage(), e);
    } finally {
      connections.forEach(RawLoad::close);
    }
  }

  private static void close(RawConnection connection) {
    try {
      connection.close();
    } catch (IOException _) {
      // What was measured is measured.
    }
  }
}
