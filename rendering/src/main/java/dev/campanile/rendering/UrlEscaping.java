package dev.campanile.rendering;

import dev.campanile.rendering.Fragment.UrlPart;

/**
 * For an address: a value at the very beginning is a whole address or its first part; any other is
 * encoded, so that it adds no parameter and leads to no other host.
 */
final class UrlEscaping implements Escaping {

  @Override
  public String escaped(StringBuilder before, Object value) {
    String text = value.toString();
    boolean encoded = value instanceof UrlPart || isBlank(before);
    return encoded ? text : PercentEncoding.of(text);
  }

  private static boolean isBlank(StringBuilder out) {
    for (int i = 0; i < out.length(); i++) {
      if (!Character.isWhitespace(out.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
