package dev.campanile.gateway.reconcile;

import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks after messages that may have left. */
@ApplicationScoped
class DoubtWorker {

  private static final Duration IDLE = Duration.ofSeconds(1);

  private final Doubts doubts;
  private @Nullable Worker worker;

  DoubtWorker(Doubts doubts) {
    this.doubts = doubts;
  }

  void start(@Observes StartupEvent event) {
    worker =
        Worker.start(
            "doubts", IDLE, () -> doubts.loseSight() | doubts.tryAgain() | doubts.giveUp());
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }
}
