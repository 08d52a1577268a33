package dev.campanile.rendering;

/**
 * Escapes each value for the place in the document it turns out to stand at, having read all that
 * was written before. Remembers how far it has read: one for each output.
 */
final class HtmlEscaping implements Escaping {

  private final HtmlCursor cursor = new HtmlCursor();

  @Override
  public void write(StringBuilder out, Object value) {
    cursor.placeAfter(out).write(out, value);
  }
}
