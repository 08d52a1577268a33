package dev.campanile.gateway.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.WireFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values of {@code jsonb} columns, which bind as text. */
final class Json {

  /** An escaped NUL; not an escaped backslash followed by the same letters. */
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private Json() {}

  /** PostgreSQL keeps no NUL in a text. */
  static @Nullable String text(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    String json = new String(WireFormat.write(value), UTF_8);
    return json.contains("\\u0000") ? NUL.matcher(json).replaceAll("$1") : json;
  }
}
