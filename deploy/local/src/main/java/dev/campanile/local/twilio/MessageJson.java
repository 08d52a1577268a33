package dev.campanile.local.twilio;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Message resource as the API writes it. */
final class MessageJson {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private MessageJson() {}

  static Map<String, Object> of(TwilioMessage message, TwilioAccount account) {
    String path = "/2010-04-01/Accounts/" + account.sid() + "/Messages/" + message.sid();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("account_sid", account.sid());
    json.put("api_version", "2010-04-01");
    json.put("body", message.body());
    json.put("date_created", RFC_2822.format(message.createdAt()));
    json.put("date_sent", dateOrNull(message.sentAt()));
    json.put("date_updated", RFC_2822.format(message.updatedAt()));
    json.put("direction", message.inbound() ? "inbound" : "outbound-api");
    json.put("error_code", message.errorCode() == 0 ? null : message.errorCode());
    json.put("error_message", null);
    json.put("from", message.from().isEmpty() ? null : message.from());
    json.put("messaging_service_sid", null);
    json.put("num_media", Integer.toString(message.mediaUrls().size()));
    json.put("num_segments", Integer.toString(MessageSegments.count(message.body())));
    json.put("price", null);
    json.put("price_unit", "USD");
    json.put("sid", message.sid());
    json.put("status", message.status().wireName());
    json.put("subresource_uris", Map.of("media", path + "/Media.json"));
    json.put("to", message.to());
    json.put("uri", path + ".json");
    return json;
  }

  private static @Nullable String dateOrNull(@Nullable Instant instant) {
    return instant == null ? null : RFC_2822.format(instant);
  }
}
