package dev.campanile.runtime.log;

import org.jspecify.annotations.Nullable;

/** A failure as a log may show it: where it happened, and its words without addresses. */
final class MaskedThrowable extends Throwable {

  private static final long serialVersionUID = 1;

  /** Causes beyond are left out; some chains are circles. */
  private static final int DEEPEST = 10;

  private MaskedThrowable(Throwable original, int depth) {
    // A log in JSON names the class and the message, each by itself: ours would be the class.
    super(MaskedText.of(original.toString()), maskedCause(original, depth), true, true);
    setStackTrace(original.getStackTrace());
    for (Throwable besides : original.getSuppressed()) {
      if (depth < DEEPEST) {
        addSuppressed(new MaskedThrowable(besides, depth + 1));
      }
    }
  }

  static Throwable of(Throwable original) {
    return new MaskedThrowable(original, 0);
  }

  private static @Nullable Throwable maskedCause(Throwable original, int depth) {
    Throwable cause = original.getCause();
    return cause == null || depth == DEEPEST ? null : new MaskedThrowable(cause, depth + 1);
  }

  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
