package dev.campanile.gateway.email.smtp;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Counts connections, and keeps those nobody uses. The last one used is the first used again. */
final class ConnectionPool {

  private final Semaphore permits;
  private final long keepIdle;
  private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  ConnectionPool(SmtpSettings settings) {
    this.permits = new Semaphore(settings.connections(), true);
    this.keepIdle = settings.keepIdle().toNanos();
  }

  /** Whether the caller may use a connection; it gives that back. */
  boolean enter(Deadline deadline) {
    try {
      return permits.tryAcquire(deadline.leftToBegin().toNanos(), NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void leave() {
    permits.release();
  }

  /** One that is open as far as can be seen, or null. */
  @Nullable SmtpConnection kept() {
    for (SmtpConnection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
      if (isGood(one)) {
        return one;
      }
      one.close();
    }
    return null;
  }

  void keep(SmtpConnection connection) {
    idle.addFirst(connection);
    if (closed) {
      close();
    }
  }

  /** Closes those that were idle for too long. */
  void clean() {
    for (SmtpConnection one = idle.pollLast(); one != null; one = idle.pollLast()) {
      if (!isOld(one)) {
        idle.addLast(one);
        return;
      }
      Thread.ofVirtual().name("smtp-quit").start(one::quit);
    }
  }

  void close() {
    closed = true;
    for (SmtpConnection one = idle.pollFirst(); one != null; one = idle.pollFirst()) {
      one.quit();
    }
  }

  /** Something unasked can only be a good-bye, or would be taken for the answer to another mail. */
  private boolean isGood(SmtpConnection one) {
    try {
      return !isOld(one) && !one.hasUnasked();
    } catch (IOException _) {
      return false;
    }
  }

  private boolean isOld(SmtpConnection one) {
    return keepIdle > 0 && System.nanoTime() - one.idleSince() > keepIdle;
  }
}
