package dev.campanile.rendering;

/**
 * Escapes each value for the place in the document it turns out to stand at, having read all that
 * was written before. Remembers how far it has read: one for each output.
 */
final class HtmlEscaping implements Escaping {

  private final HtmlCursor cursor = new HtmlCursor();

  @Override
  public String escaped(StringBuilder before, Object value) {
    return cursor.placeAfter(before).escaped(before, value);
  }
}
