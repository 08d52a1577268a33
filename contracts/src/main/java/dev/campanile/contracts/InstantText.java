package dev.campanile.contracts;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a time as we write it, such as {@code 2026-11-21T10:00:00.123Z}, without the formatter that
 * takes any: every receipt has one, and the formatter took a third of reading it. What looks
 * different is read as it always was.
 */
final class InstantText extends StdScalarDeserializer<Instant> {

  private static final long serialVersionUID = 1;
  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;

  InstantText() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    Instant usual = parser.hasToken(JsonToken.VALUE_STRING) ? usual(parser.getText()) : null;
    return usual == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : usual;
  }

  /** Null when it is not written the usual way, or is no time. */
  static @Nullable Instant usual(String text) {
    int end = text.length() - 1;
    int fraction = end - SHAPE.length() - 1;
    if (end < SHAPE.length() || text.charAt(end) != 'Z' || fraction > NANO_DIGITS) {
      return null;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char shape = SHAPE.charAt(i);
      if (shape == '0' ? !isDigit(text.charAt(i)) : text.charAt(i) != shape) {
        return null;
      }
    }
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    int nanos = fraction < 0 ? 0 : nanos(text, fraction);
    if (hour > 23 || minute > 59 || second > 59 || nanos < 0) {
      return null;
    }
    try {
      long day =
          LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10)).toEpochDay();
      return Instant.ofEpochSecond(day * 86_400 + hour * 3_600L + minute * 60L + second, nanos);
    } catch (DateTimeException _) {
      return null;
    }
  }

  /** Negative when it is no fraction. */
  private static int nanos(String text, int digits) {
    int from = SHAPE.length() + 1;
    if (digits == 0 || text.charAt(from - 1) != '.') {
      return -1;
    }
    int nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      if (i < digits && !isDigit(text.charAt(from + i))) {
        return -1;
      }
      nanos = nanos * 10 + (i < digits ? text.charAt(from + i) - '0' : 0);
    }
    return nanos;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
