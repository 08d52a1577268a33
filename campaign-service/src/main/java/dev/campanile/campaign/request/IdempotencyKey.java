package dev.campanile.campaign.request;

import dev.campanile.runtime.http.Problem;
import org.jspecify.annotations.Nullable;

/** The header {@value #HEADER}: a caller's name for one request that sends. */
public final class IdempotencyKey {

  public static final String HEADER = "Idempotency-Key";

  private static final int LONGEST = 200;

  private IdempotencyKey() {}

  /** The key, refused with 400 when it is missing or too long. */
  public static String checked(@Nullable String key) {
    if (key == null || key.isBlank()) {
      throw Problem.of(
          400,
          "IDEMPOTENCY_KEY_REQUIRED",
          "Send the header Idempotency-Key with a name of your own for this very request, so that"
              + " sending the request twice is sending once.");
    }
    if (key.length() > LONGEST) {
      throw Problem.of(
          400,
          "IDEMPOTENCY_KEY_INVALID",
          "An Idempotency-Key has at most " + LONGEST + " characters.");
    }
    return key;
  }

  public static Problem reused(String madeWhat) {
    return Problem.of(
        422,
        "IDEMPOTENCY_KEY_REUSED",
        "This Idempotency-Key was used for another request, which made "
            + madeWhat
            + ". Use a new key for a new request.");
  }
}
