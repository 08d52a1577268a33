package dev.campanile.runtime.http;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The conditions of a write on something that is there already (RFC 9110, section 13). */
public final class Precondition {

  private static final int FAILED = 412;
  private static final int REQUIRED = 428;

  private Precondition() {}

  /**
   * @param changes false when the write asks for what is there already: that needs no condition
   */
  public static void check(
      long version, boolean changes, @Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if ("*".equals(ifNoneMatch)) {
      throw Problem.of(
          FAILED, "ALREADY_EXISTS", "There is one already; read it, then use If-Match.");
    }
    if (ifMatch != null && !matches(ifMatch, version)) {
      throw failed();
    }
    if (ifMatch == null && changes) {
      throw Problem.of(
          REQUIRED,
          "PRECONDITION_REQUIRED",
          "There is one already. Read it, and send its ETag as If-Match: \"" + version + "\".");
    }
  }

  /** For a write that creates: {@code If-Match} means something that is not there. */
  public static void checkNew(@Nullable String ifMatch) {
    if (ifMatch != null) {
      throw failed();
    }
  }

  public static Problem failed() {
    return Problem.of(
        FAILED, "PRECONDITION_FAILED", "It changed since you read it; read it again.");
  }

  /**
   * Any tag of the list will do (RFC 9110, section 13.1.1). A weak one never does. A comma may
   * stand inside a tag too, but a quote may not: no part of another tag reads as one of ours.
   */
  private static boolean matches(String ifMatch, long version) {
    String current = '"' + Long.toString(version) + '"';
    return ifMatch.equals("*")
        || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(current::equals);
  }
}
