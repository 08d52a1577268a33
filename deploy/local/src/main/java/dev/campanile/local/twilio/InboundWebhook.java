package dev.campanile.local.twilio;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes what customers write and passes it on to the configured URL. */
final class InboundWebhook {
  private final TwilioAccount account;
  private final Webhooks webhooks;
  private volatile String url = "";

  InboundWebhook(TwilioAccount account, Webhooks webhooks) {
    this.account = account;
    this.webhooks = webhooks;
  }

  void direct(String newUrl) {
    url = newUrl;
  }

  boolean isDirected() {
    return !url.isEmpty();
  }

  static TwilioMessage message(InboundText text, Instant now) {
    return new TwilioMessage(
        Sid.ofNewMessage(false),
        text.channel(),
        true,
        text.channel().address(text.from()),
        text.channel().address(text.to()),
        text.body(),
        List.of(),
        "",
        Map.of(),
        List.of(),
        "",
        MessageStatus.RECEIVED,
        0,
        now,
        now,
        now);
  }

  InboundOutcome post(TwilioMessage message) throws IOException, InterruptedException {
    HttpResponse<String> answer = webhooks.post(url, fieldsOf(message));
    return new InboundOutcome(message.sid(), answer.statusCode(), answer.body());
  }

  private Map<String, String> fieldsOf(TwilioMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("AccountSid", account.sid());
    fields.put("ApiVersion", "2010-04-01");
    fields.put("MessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("SmsMessageSid", message.sid());
    fields.put("SmsStatus", message.status().wireName());
    fields.put("From", message.from());
    fields.put("To", message.to());
    fields.put("Body", message.body());
    fields.put("NumMedia", "0");
    fields.put("NumSegments", Integer.toString(MessageSegments.count(message.body())));
    if (message.channel() == TwilioChannel.CHAT) {
      fields.put("WaId", TwilioChannel.number(message.from()).replace("+", ""));
      fields.put("ProfileName", TwilioChannel.number(message.from()));
      fields.put("MessageType", "text");
    }
    return fields;
  }
}
