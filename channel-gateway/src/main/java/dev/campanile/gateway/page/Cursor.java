package dev.campanile.gateway.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.runtime.http.Problem;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last entry of a page of what is newest first, from which the next one goes on. */
public record Cursor(Instant at, UUID id) {

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * @param text none for the first page
   */
  public static Cursor parsed(@Nullable String text) {
    if (text == null) {
      return new Cursor(LATEST, new UUID(-1, -1));
    }
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split("\\|", 2);
      if (parts.length == 2) {
        return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw unknown();
    }
    throw unknown();
  }

  public String text() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString((at + "|" + id).getBytes(UTF_8));
  }

  private static Problem unknown() {
    return Problem.of(400, "INVALID", "cursor is not one of ours: take nextCursor of a page.");
  }
}
