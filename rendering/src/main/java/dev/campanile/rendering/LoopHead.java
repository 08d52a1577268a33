package dev.campanile.rendering;

import java.util.List;
import java.util.regex.Pattern;
import liquid.parser.v4.LiquidParser.For_arrayContext;
import liquid.parser.v4.LiquidParser.For_attributeContext;
import org.jspecify.annotations.Nullable;

/**
 * How a loop turns.
 *
 * @param name liqp's, by which a later loop may go on where this one ended
 * @param limit -1 for none
 */
record LoopHead(String variable, String name, boolean reversed, int offset, int limit) {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  /** Null where there is more to it than a list and plain numbers. */
  static @Nullable LoopHead of(@Nullable For_arrayContext loop) {
    if (loop == null) {
      return null;
    }
    int offset = 0;
    int limit = -1;
    for (For_attributeContext attribute : loop.for_attribute()) {
      String written = attribute.expr() == null ? "" : attribute.expr().getText();
      if (!NUMBER.matcher(written).matches()) {
        return null;
      }
      if (attribute.Id() == null) {
        offset = Integer.parseInt(written);
      } else if (attribute.Id().getText().equals("limit")) {
        limit = Integer.parseInt(written);
      } else {
        return null;
      }
    }
    String variable = loop.id().getText();
    return new LoopHead(
        variable, variable + "-" + loop.lookup().getText(), loop.Reversed() != null, offset, limit);
  }

  /** What of all items the loop turns over. */
  <T> List<T> chosen(List<T> all) {
    int from = Math.min(offset, all.size());
    List<T> chosen = all.subList(from, Math.max(from, end(all.size())));
    return reversed ? chosen.reversed() : chosen;
  }

  int end(int size) {
    return limit < 0 ? size : Math.min(offset + limit, size);
  }
}
