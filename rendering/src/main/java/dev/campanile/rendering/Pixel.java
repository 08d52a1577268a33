package dev.campanile.rendering;

/** The image whose fetching says that a mail was opened. */
final class Pixel {

  private static final String END = "</body";

  private Pixel() {}

  static String appended(String html, String url) {
    StringBuilder image = new StringBuilder(url.length() + 64).append("<img src=\"");
    HtmlEscaping.escape(url, image);
    image.append("\" width=\"1\" height=\"1\" alt=\"\">");
    int at = endOfBody(html);
    return html.substring(0, at) + image + html.substring(at);
  }

  private static int endOfBody(String html) {
    for (int at = html.lastIndexOf('<'); at >= 0; at = html.lastIndexOf('<', at - 1)) {
      if (html.regionMatches(true, at, END, 0, END.length())) {
        return at;
      }
    }
    return html.length();
  }
}
