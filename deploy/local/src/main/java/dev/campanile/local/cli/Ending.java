package dev.campanile.local.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** What is done when the command ends before its time: on Ctrl-C, or when it fails. */
final class Ending {
  private static final Runnable NOTHING = () -> {};

  private final AtomicReference<Runnable> action = new AtomicReference<>(NOTHING);
  private volatile boolean underWay;

  static Ending ofThisProcess() {
    Ending ending = new Ending();
    Runtime.getRuntime().addShutdownHook(new Thread(ending::run, "ending"));
    return ending;
  }

  void before(Runnable cleaning) {
    action.set(cleaning);
  }

  void nothingMore() {
    action.set(NOTHING);
  }

  private void run() {
    underWay = true;
    action.getAndSet(NOTHING).run();
  }

  /** While things are being stopped, others fail because of it; that is not worth a word. */
  void hushWhenUnderWay() {
    if (underWay) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
