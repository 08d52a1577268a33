package dev.campanile.local.mail;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The behaviour in force; whoever is stalled or delayed goes on as soon as it changes. */
final class BehaviourSwitch {
  private MailBehaviour current = MailBehaviour.NORMAL;
  private boolean closed;

  synchronized MailBehaviour current() {
    return current;
  }

  synchronized void turnTo(MailBehaviour behaviour) {
    current = behaviour;
    notifyAll();
  }

  /** Nobody is held any longer, so that the server can stop. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  synchronized void holdWhileStalledAt(Phase phase, List<String> recipients)
      throws InterruptedException {
    while (!closed && current.stallsAt(phase, recipients)) {
      wait();
    }
  }

  synchronized void holdForTheDelay() throws InterruptedException {
    MailBehaviour asked = current;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(asked.delayMillis());
    long left = asked.delayMillis();
    while (!closed && current.equals(asked) && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }
}
