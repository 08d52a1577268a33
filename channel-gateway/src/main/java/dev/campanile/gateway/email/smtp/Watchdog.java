package dev.campanile.gateway.email.smtp;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Closes sockets whose time is over. A blocking write has no time-out of its own, and one read at a
 * time has none against a server that sends an octet now and then.
 */
final class Watchdog implements AutoCloseable {

  private final ScheduledThreadPoolExecutor timer;

  Watchdog() {
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("smtp-watchdog").factory());
    timer.setRemoveOnCancelPolicy(true);
  }

  Guard until(Duration end) {
    Guard guard = new Guard();
    guard.bite = timer.schedule(guard::bite, end.toNanos(), NANOSECONDS);
    return guard;
  }

  void every(Duration period, Runnable task) {
    timer.scheduleWithFixedDelay(task, period.toNanos(), period.toNanos(), NANOSECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** Over one call. */
  static final class Guard implements AutoCloseable {

    private @Nullable Future<?> bite;
    private @Nullable Socket socket;
    private boolean bitten;

    /**
     * @param plain the one below TLS: closing that one waits for nobody
     */
    synchronized void watch(Socket plain) {
      socket = plain;
      if (bitten) {
        closeQuietly(plain);
      }
    }

    /** Whether the socket was closed because the time was over. */
    synchronized boolean hasBitten() {
      return bitten;
    }

    private synchronized void bite() {
      bitten = true;
      if (socket != null) {
        closeQuietly(socket);
      }
    }

    /** From here on it does nothing more, and has not bitten unless it says so. */
    @Override
    public void close() {
      synchronized (this) {
        socket = null;
      }
      if (bite != null) {
        bite.cancel(false);
      }
    }

    private static void closeQuietly(Socket socket) {
      try {
        socket.close();
      } catch (IOException _) {
        // It is of no use any longer either way.
      }
    }
  }
}
