package dev.campanile.runtime.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.runtime.http.Problem;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a list goes on. Opaque to callers. */
public final class Cursor {

  private static final String SEPARATOR = "|";

  private Cursor() {}

  public static String of(Object... parts) {
    String text = String.join(SEPARATOR, List.of(parts).stream().map(String::valueOf).toList());
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  /**
   * The cursor's parts, the last as it was; none without a cursor; a 400 problem when it was not
   * made here.
   */
  public static List<String> parts(@Nullable String cursor, int count) {
    if (cursor == null) {
      return List.of();
    }
    try {
      List<String> parts =
          List.of(new String(Base64.getUrlDecoder().decode(cursor), UTF_8).split("\\|", count));
      if (parts.size() == count) {
        return parts;
      }
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
    throw unknown();
  }

  /** A cursor that is one id. */
  public static @Nullable UUID id(@Nullable String cursor) {
    List<String> parts = parts(cursor, 1);
    try {
      return parts.isEmpty() ? null : UUID.fromString(parts.getFirst());
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  public static Problem unknown() {
    return Problem.of(
        400, "INVALID_CURSOR", "Take the cursor from nextCursor of the page before, unchanged.");
  }
}
