package dev.campanile.runtime.inbox;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells bad content, which no retry mends, from a database that is away, which waiting mends. */
@ApplicationScoped
class Patience {

  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TRIES_OF_THE_UNEXPLAINED = 3;

  private final CountDownLatch stopping = new CountDownLatch(1);

  void stop(@Observes @Priority(1) ShutdownEvent event) {
    stopping.countDown();
  }

  /**
   * Runs {@code work} until the database takes it.
   *
   * @return why it cannot be applied, ever; null when it was
   */
  @Nullable RuntimeException attempt(Runnable work) {
    Duration pause = Duration.ofMillis(50);
    int unexplained = 0;
    while (true) {
      try {
        work.run();
        return null;
      } catch (RuntimeException e) {
        boolean worthWaiting =
            switch (kindOf(e)) {
              case DATABASE_AWAY -> true;
              case BAD_CONTENT -> false;
              case UNEXPLAINED -> ++unexplained < TRIES_OF_THE_UNEXPLAINED;
            };
        if (!worthWaiting) {
          LOG.error("cannot be applied", e);
          return e;
        }
        LOG.warnf("trying again in %s: %s", pause, e);
        await(pause, e);
        pause = longer(pause);
      }
    }
  }

  /** For what must succeed in the end, whatever the failure. */
  void insist(Runnable work) {
    Duration pause = Duration.ofMillis(50);
    while (true) {
      RuntimeException failure = attempt(work);
      if (failure == null) {
        return;
      }
      await(pause, failure);
      pause = longer(pause);
    }
  }

  /**
   * When the service stops, the failure goes up: the records stay unacknowledged and come again.
   */
  private void await(Duration pause, RuntimeException failure) {
    try {
      if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  private enum Kind {
    DATABASE_AWAY,
    BAD_CONTENT,
    UNEXPLAINED
  }

  private static Kind kindOf(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      for (Throwable besides : cause.getSuppressed()) {
        Kind kind = kindOf(besides);
        if (kind != Kind.UNEXPLAINED) {
          return kind;
        }
      }
      // The transaction could not be ended: the connection broke or its time was over.
      if (cause instanceof RollbackException || cause instanceof SystemException) {
        return Kind.DATABASE_AWAY;
      }
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        // Classes 22 (data exception) and 23 (constraint violation) of the SQL standard.
        boolean badContent = state != null && (state.startsWith("22") || state.startsWith("23"));
        return badContent ? Kind.BAD_CONTENT : Kind.DATABASE_AWAY;
      }
    }
    return Kind.UNEXPLAINED;
  }
}
