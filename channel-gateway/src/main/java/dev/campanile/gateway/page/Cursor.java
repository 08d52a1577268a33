package dev.campanile.gateway.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last entry of a page of what is newest first, from which the next one goes on. */
public record Cursor(Instant at, UUID id) {

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  /**
   * @param text none for the first page
   */
  public static Cursor parsed(@Nullable String text) {
    List<String> parts = dev.campanile.runtime.paging.Cursor.parts(text, 2);
    if (parts.isEmpty()) {
      return new Cursor(LATEST, new UUID(-1, -1));
    }
    try {
      return new Cursor(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw dev.campanile.runtime.paging.Cursor.unknown();
    }
  }

  public String text() {
    return dev.campanile.runtime.paging.Cursor.of(at, id);
  }
}
