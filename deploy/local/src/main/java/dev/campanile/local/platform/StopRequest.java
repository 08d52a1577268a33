package dev.campanile.local.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/** Somebody asks the platform to stop: by signal, or by dying when it was to go with them. */
final class StopRequest {
  private final CountDownLatch asked = new CountDownLatch(1);

  /**
   * SIGTERM and Ctrl-C are handled here and not in a shutdown hook: hooks run all at once, and the
   * exit code could not be 0.
   */
  static StopRequest listen(boolean exitWithParent) {
    StopRequest request = exitWithParent ? whenEnds(System.in) : new StopRequest();
    Signal.handle(new Signal("TERM"), _ -> request.asked.countDown());
    Signal.handle(new Signal("INT"), _ -> request.asked.countDown());
    return request;
  }

  static StopRequest whenEnds(InputStream input) {
    StopRequest request = new StopRequest();
    Thread.ofPlatform().name("parent-watch").daemon().start(() -> request.awaitEndOf(input));
    return request;
  }

  private void awaitEndOf(InputStream input) {
    try {
      while (input.read() >= 0) {
        // What the parent writes means nothing; only the end does.
      }
    } catch (IOException _) {
      // Unreadable is as good as ended.
    }
    asked.countDown();
  }

  boolean isAsked() {
    return asked.getCount() == 0;
  }

  void await() throws InterruptedException {
    asked.await();
  }
}
