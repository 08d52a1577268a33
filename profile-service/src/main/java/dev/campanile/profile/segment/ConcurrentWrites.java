package dev.campanile.profile.segment;

import dev.campanile.runtime.http.Precondition;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.exception.ConstraintViolationException;

/** Two who write at once: one of them is told to read again. */
final class ConcurrentWrites {

  private ConcurrentWrites() {}

  /**
   * @param flush of the row that was written
   */
  static void refused(Runnable flush) {
    try {
      flush.run();
    } catch (OptimisticLockException | ConstraintViolationException e) {
      throw Precondition.failed();
    }
  }
}
