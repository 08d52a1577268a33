package dev.campanile.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one-click unsubscription of RFC 8058, as a mail client sees it. */
final class OneClick {
  static final String BODY = "List-Unsubscribe=One-Click";

  private static final Pattern URL = Pattern.compile("<(https?://[^<>\\s]+)>");

  private OneClick() {}

  /** The path to post to, when the mail offers it and it leads to the gateway. */
  static Optional<String> target(JsonNode headers, String gatewayUrl) {
    String links = header(headers, "List-Unsubscribe");
    boolean oneClick = header(headers, "List-Unsubscribe-Post").strip().equalsIgnoreCase(BODY);
    Matcher urls = URL.matcher(links);
    while (oneClick && urls.find()) {
      if (urls.group(1).startsWith(gatewayUrl + "/")) {
        return Optional.of(urls.group(1).substring(gatewayUrl.length()));
      }
    }
    return Optional.empty();
  }

  private static String header(JsonNode headers, String name) {
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      if (header.getKey().equalsIgnoreCase(name)) {
        return header.getValue().asText();
      }
    }
    return "";
  }
}
