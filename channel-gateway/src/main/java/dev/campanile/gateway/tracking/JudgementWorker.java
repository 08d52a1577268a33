package dev.campanile.gateway.tracking;

import dev.campanile.runtime.work.Worker;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks after readings that have waited long enough. */
@ApplicationScoped
class JudgementWorker {

  private static final Duration IDLE = Duration.ofMillis(500);

  private final Judgement judgement;
  private @Nullable Worker worker;

  JudgementWorker(Judgement judgement) {
    this.judgement = judgement;
  }

  void start(@Observes StartupEvent event) {
    worker = Worker.start("reading-judgement", IDLE, judgement::pass);
  }

  void stop(@Observes @Priority(10) ShutdownEvent event) {
    if (worker != null) {
      worker.stop();
    }
  }
}
