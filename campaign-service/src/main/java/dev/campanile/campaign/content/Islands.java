package dev.campanile.campaign.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps Liquid apart while its surroundings become HTML: each piece is a plain word until the
 * markup is made, so no markup tool ever reads it.
 */
final class Islands {

  private static final Pattern TOKEN = Pattern.compile("LiquidIsland(\\d+)Z");

  private final List<String> pieces = new ArrayList<>();

  /** HTML of an author's text: literal parts escaped, line breaks kept, Liquid set aside. */
  String html(LiquidText text) {
    return text.map(literal -> escaped(literal).replace("\n", "<br />"), this::setAside);
  }

  /** The same, with every URL in it a link. */
  String linked(LiquidText text, Destinations destinations) {
    String withLinks =
        text.replaceUrls(
            url ->
                setAside(
                    "<a href=\""
                        + destinations.named(url)
                        + "\">"
                        + LiquidText.ofChecked(url).map(Islands::escaped, liquid -> liquid)
                        + "</a>"));
    return html(LiquidText.ofChecked(withLinks));
  }

  /** For what stands in an attribute. */
  String attribute(LiquidText text) {
    return text.map(Islands::escaped, this::setAside);
  }

  String setAside(String liquid) {
    pieces.add(liquid);
    return "LiquidIsland" + (pieces.size() - 1) + "Z";
  }

  /** Puts the Liquid back. */
  String restore(String html) {
    return TOKEN
        .matcher(html)
        .replaceAll(
            token -> Matcher.quoteReplacement(pieces.get(Integer.parseInt(token.group(1)))));
  }

  static String escaped(String text) {
    return text.replace("\r\n", "\n")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
