package dev.campanile.local.http;

/** What the caller sent cannot be used; the message says how to mend it. Answered with 400. */
public final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadRequest(String message) {
    super(message);
  }
}
