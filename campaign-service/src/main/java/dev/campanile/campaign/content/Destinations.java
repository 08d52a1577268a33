package dev.campanile.campaign.content;

import dev.campanile.contracts.ContentVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Where a content's links lead, numbered as they appear: texts name the number, so that the gateway
 * can put an address in that tells who followed it.
 */
final class Destinations {

  private final SequencedMap<String, String> idsByUrl = new LinkedHashMap<>();

  /** What stands in a text instead of the URL. */
  String named(String url) {
    String next = Integer.toString(idsByUrl.size() + 1);
    return placeholder(idsByUrl.computeIfAbsent(url, _ -> next));
  }

  /** The text with every URL of its author named. */
  String namedIn(LiquidText text) {
    return text.replaceUrls(this::named);
  }

  List<ContentVersion.Link> links() {
    return idsByUrl.entrySet().stream()
        .map(entry -> new ContentVersion.Link(entry.getValue(), entry.getKey()))
        .toList();
  }

  /** A compiled text with its URLs back, as long as they are. */
  static String spelledOut(String text, List<ContentVersion.Link> links) {
    String spelled = text;
    for (ContentVersion.Link link : links) {
      spelled = spelled.replace(placeholder(link.id()), link.url());
    }
    return spelled;
  }

  private static String placeholder(String id) {
    return "{{ links." + id + " }}";
  }
}
