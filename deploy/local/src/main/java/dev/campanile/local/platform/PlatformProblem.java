package dev.campanile.local.platform;

/** The platform cannot start; the message is one sentence for the user, with what to do. */
final class PlatformProblem extends Exception {
  private static final long serialVersionUID = 1L;

  PlatformProblem(String message) {
    super(message);
  }

  PlatformProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
