package dev.campanile.local.twilio;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The behaviour in force; whoever waits goes on as soon as it changes. */
final class TwilioBehaviours {
  /** Longer than any caller waits. */
  private static final Duration SILENCE = Duration.ofMinutes(2);

  private TwilioBehaviour current = TwilioBehaviour.NORMAL;
  private boolean closed;

  synchronized TwilioBehaviour current() {
    return current;
  }

  synchronized void turnTo(TwilioBehaviour behaviour) {
    current = behaviour;
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }

  void delay() throws InterruptedException {
    holdFor(Duration.ofMillis(current().delayMillis()));
  }

  void keepSilent() throws InterruptedException {
    holdFor(SILENCE);
  }

  private synchronized void holdFor(Duration time) throws InterruptedException {
    TwilioBehaviour asked = current;
    long end = System.nanoTime() + time.toNanos();
    long left = time.toMillis();
    while (!closed && current.equals(asked) && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
