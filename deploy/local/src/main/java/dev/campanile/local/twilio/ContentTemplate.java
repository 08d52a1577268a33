package dev.campanile.local.twilio;

import java.util.LinkedHashMap;
import java.util.List;
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
 * @param actions its buttons; none when left out
 */
public record ContentTemplate(
    String sid,
    String friendlyName,
    String language,
    boolean approved,
    String body,
    List<ContentAction> actions) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");

  public ContentTemplate {
    actions = actions == null ? List.of() : List.copyOf(actions);
    if (!Sid.isOfContent(sid)) {
      throw new IllegalArgumentException(
          "a template's sid is HX and 32 hexadecimal digits, not " + sid);
    }
  }

  /** The text with all placeholders filled, or empty when a value is missing. */
  Optional<String> render(Map<String, String> variables) {
    return fill(body, variables);
  }

  List<ContentAction> buttons(Map<String, String> variables) {
    return actions.stream().map(action -> action.filled(variables)).toList();
  }

  static Optional<String> fill(String template, Map<String, String> variables) {
    Matcher placeholders = PLACEHOLDER.matcher(template);
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

  /** The template itself as the Content API tells it. */
  Map<String, Object> json(TwilioAccount account, String url) {
    Map<String, Object> type = new LinkedHashMap<>();
    type.put("body", body);
    if (!actions.isEmpty()) {
      type.put("actions", actions.stream().map(ContentAction::json).toList());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("sid", sid);
    json.put("account_sid", account.sid());
    json.put("friendly_name", friendlyName);
    json.put("language", language);
    json.put("variables", Map.of());
    json.put("types", Map.of(type(), type));
    json.put("date_created", "2026-01-01T08:00:00Z");
    json.put("date_updated", "2026-01-01T08:00:00Z");
    json.put("url", url);
    json.put(
        "links",
        Map.of(
            "approval_create", url + "/ApprovalRequests/whatsapp",
            "approval_fetch", url + "/ApprovalRequests"));
    return json;
  }

  private String type() {
    if (actions.isEmpty()) {
      return "twilio/text";
    }
    return actions.stream().allMatch(ContentAction::isReply)
        ? "twilio/quick-reply"
        : "twilio/call-to-action";
  }

  /** The approval as the Content API tells it. */
  Map<String, Object> approvalJson(TwilioAccount account, String url) {
    Map<String, @Nullable Object> whatsapp = new LinkedHashMap<>();
    whatsapp.put("type", "whatsapp");
    whatsapp.put("name", friendlyName);
    whatsapp.put("category", "UTILITY");
    whatsapp.put("content_type", type());
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
