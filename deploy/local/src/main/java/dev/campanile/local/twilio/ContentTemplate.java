package dev.campanile.local.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message template registered with the provider.
 *
 * @param sid {@code HX} and 32 hexadecimal digits
 * @param approved whether WhatsApp allows it outside the 24-hour window
 * @param body text with placeholders such as <code>{{1}}</code>
 */
public record ContentTemplate(
    String sid, String friendlyName, String language, boolean approved, String body) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  public ContentTemplate {
    if (!Sid.isOfContent(sid)) {
      throw new IllegalArgumentException(
          "a template's sid is HX and 32 hexadecimal digits, not " + sid);
    }
  }

  /** The text with all placeholders filled, or empty when a value is missing. */
  Optional<String> render(Map<String, String> variables) {
    Matcher placeholders = PLACEHOLDER.matcher(body);
    StringBuilder text = new StringBuilder();
    while (placeholders.find()) {
      String value = variables.get(placeholders.group(1));
      if (value == null) {
        return Optional.empty();
      }
      placeholders.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return Optional.of(placeholders.appendTail(text).toString());
  }

  /** The approval as the Content API tells it. */
  Map<String, Object> approvalJson(TwilioAccount account, String url) {
    Map<String, @Nullable Object> whatsapp = new LinkedHashMap<>();
    whatsapp.put("type", "whatsapp");
    whatsapp.put("name", friendlyName);
    whatsapp.put("category", "UTILITY");
    whatsapp.put("content_type", "twilio/text");
    whatsapp.put("status", approved ? "approved" : "pending");
    whatsapp.put("rejection_reason", "");
    whatsapp.put("allow_category_change", true);
    whatsapp.put("flows", null);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sid", sid);
    json.put("account_sid", account.sid());
    json.put("whatsapp", whatsapp);
    json.put("url", url);
    return json;
  }
}
