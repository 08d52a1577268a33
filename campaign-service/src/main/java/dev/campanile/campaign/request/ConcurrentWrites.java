package dev.campanile.campaign.request;

import dev.campanile.runtime.http.Precondition;
import jakarta.persistence.OptimisticLockException;
import org.hibernate.exception.ConstraintViolationException;

/** Two who write at once: one of them is told to read again. */
public final class ConcurrentWrites {

  private ConcurrentWrites() {}

  /**
   * @param flush of the row that was written
   */
  public static void refused(Runnable flush) {
    try {
      flush.run();
    } catch (OptimisticLockException | ConstraintViolationException e) {
      throw Precondition.failed();
    }
  }
}
