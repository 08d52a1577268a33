package dev.campanile.runtime.database;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jspecify.annotations.Nullable;

/** The driver takes no {@link Instant} in an array; it takes its offset form. */
final class InstantArrayType implements SqlArrayType<Instant> {

  @Override
  public String getTypeName() {
    return "timestamptz";
  }

  @Override
  public @Nullable Object convertArrayElement(@Nullable Instant element) {
    return element == null ? null : element.atOffset(ZoneOffset.UTC);
  }
}
