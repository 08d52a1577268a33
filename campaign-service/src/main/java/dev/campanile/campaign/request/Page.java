package dev.campanile.campaign.request;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.runtime.http.Problem;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the part after it; null at the end
 */
public record Page<T>(List<T> data, @Nullable String nextCursor) {

  private static final int USUAL = 50;
  private static final int LARGEST = 500;

  public Page {
    data = List.copyOf(data);
  }

  /** The size asked for, 50 when none is; 1 to 500. */
  public static int size(@Nullable Integer limit) {
    if (limit == null) {
      return USUAL;
    }
    if (limit < 1 || limit > LARGEST) {
      throw Problem.of(400, "INVALID_LIMIT", "limit is 1 to " + LARGEST + ", not " + limit + ".");
    }
    return limit;
  }

  /** The key that a list of keyed things goes on after; empty for its beginning. */
  public static String keyAfter(@Nullable String cursor) {
    if (cursor != null && !AuthoredKey.isWellFormed(cursor)) {
      throw unknownCursor();
    }
    return cursor == null ? "" : cursor;
  }

  public static Problem unknownCursor() {
    return Problem.of(
        400, "INVALID_CURSOR", "Take the cursor from nextCursor of the page before, unchanged.");
  }

  /**
   * @param found up to one item more than the page takes: it says whether the list goes on
   */
  public static <T> Page<T> of(List<T> found, int size, Function<T, String> cursorAfter) {
    if (found.size() <= size) {
      return new Page<>(found, null);
    }
    List<T> data = found.subList(0, size);
    return new Page<>(data, cursorAfter.apply(data.getLast()));
  }
}
