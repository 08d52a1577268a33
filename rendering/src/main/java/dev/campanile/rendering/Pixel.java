package dev.campanile.rendering;

/** The image whose fetching says that a mail was opened. */
final class Pixel {

  private static final String END = "</body";

  private Pixel() {}

  /** At the end of the body of what was written as {@link Octets}. */
  static void insert(StringBuilder html, String url) {
    String image = "<img src=\"" + HtmlPlace.escape(url) + "\" width=\"1\" height=\"1\" alt=\"\">";
    html.insert(endOfBody(html), Octets.of(image));
  }

  private static int endOfBody(StringBuilder html) {
    for (int at = html.lastIndexOf("<"); at >= 0; at = html.lastIndexOf("<", at - 1)) {
      int end = at + END.length();
      if (end <= html.length() && html.substring(at, end).equalsIgnoreCase(END)) {
        return at;
      }
    }
    return html.length();
  }
}
