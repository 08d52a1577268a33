package dev.campanile.local.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A button of a template.
 *
 * @param url where it leads; or
 * @param phone whom it calls; with neither, a tap answers with the title
 */
public record ContentAction(String title, @Nullable String url, @Nullable String phone) {

  boolean isReply() {
    return url == null && phone == null;
  }

  ContentAction filled(Map<String, String> variables) {
    return new ContentAction(
        ContentTemplate.fill(title, variables).orElse(title),
        url == null ? null : ContentTemplate.fill(url, variables).orElse(url),
        phone);
  }

  /** As the Content API tells it. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", title);
    if (url != null) {
      json.put("type", "URL");
      json.put("url", url);
    } else if (phone != null) {
      json.put("type", "PHONE_NUMBER");
      json.put("phone", phone);
    } else {
      json.put("type", "QUICK_REPLY");
      json.put("id", title);
    }
    return json;
  }
}
