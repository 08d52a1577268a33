package dev.campanile.rendering;

/** The image whose fetching says that a mail was opened. */
final class Pixel {

  private static final String END = "</body";

  private Pixel() {}

  /** At the end of the body. */
  static void insert(StringBuilder html, String url) {
    StringBuilder image = new StringBuilder(url.length() + 64).append("<img src=\"");
    HtmlPlace.escape(url, image);
    image.append("\" width=\"1\" height=\"1\" alt=\"\">");
    html.insert(endOfBody(html), image);
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
