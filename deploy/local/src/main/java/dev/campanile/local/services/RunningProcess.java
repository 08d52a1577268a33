package dev.campanile.local.services;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A process we started. An id alone may be a stranger's by now; with the time it was started it is
 * not.
 */
public record RunningProcess(String name, long pid, @Nullable Instant startedAt) {
  /** Linux derives the time from its boot time, which moves when the clock is set. */
  private static final Duration TOLERANCE = Duration.ofSeconds(3);

  static RunningProcess of(String name, ProcessHandle handle) {
    return new RunningProcess(name, handle.pid(), handle.info().startInstant().orElse(null));
  }

  public boolean alive() {
    return handle().isPresent();
  }

  private Optional<ProcessHandle> handle() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isOurs);
  }

  private boolean isOurs(ProcessHandle handle) {
    Instant started = handle.info().startInstant().orElse(null);
    if (started == null || startedAt == null) {
      return false;
    }
    return Duration.between(started, startedAt).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Asks it to end, and ends it when it has not after the time. */
  void stop(Duration patience) {
    handle()
        .ifPresent(
            handle -> {
              handle.destroy();
              if (!ended(handle, patience)) {
                handle.destroyForcibly();
                ended(handle, patience);
              }
            });
  }

  private static boolean ended(ProcessHandle handle, Duration patience) {
    try {
      handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
