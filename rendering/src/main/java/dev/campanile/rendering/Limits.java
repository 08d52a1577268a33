package dev.campanile.rendering;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much a template of an author may cost: no content can stall or swell the gateway. */
final class Limits {

  static final int TEMPLATE_CHARS = 1_000_000;
  static final int OUTPUT_CHARS = 1_000_000;
  static final int VALUE_CHARS = 100_000;
  static final int VALUE_ITEMS = 10_000;
  static final int NUMBER_DIGITS = 60;
  static final int ITERATIONS = 10_000;
  static final Duration TIME = Duration.ofSeconds(2);

  private Limits() {}

  /** Values grow by assignment and filters; none may grow beyond what a mail could hold. */
  static <T> @Nullable T checked(@Nullable T value) {
    if (sizeOf(value) > VALUE_CHARS) {
      throw new TemplateFault("a value grew beyond " + VALUE_CHARS + " characters");
    }
    int items =
        switch (value) {
          case Collection<?> collection -> collection.size();
          case Map<?, ?> map -> map.size();
          case Object[] array -> array.length;
          case null, default -> 0;
        };
    if (items > VALUE_ITEMS) {
      throw new TemplateFault("a list grew beyond " + VALUE_ITEMS + " items");
    }
    if (value instanceof BigDecimal number
        && (number.precision() > NUMBER_DIGITS || Math.abs(number.scale()) > NUMBER_DIGITS)) {
      throw new TemplateFault("a number grew beyond " + NUMBER_DIGITS + " digits");
    }
    return value;
  }

  static int sizeOf(@Nullable Object value) {
    return value instanceof CharSequence text ? text.length() : 0;
  }
}
