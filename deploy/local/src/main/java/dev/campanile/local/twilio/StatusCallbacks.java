package dev.campanile.local.twilio;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells each change of a message's status to the URL its sender named. */
final class StatusCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(StatusCallbacks.class);

  /** Long enough for a service that was killed to come back. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(250),
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15));

  private final TwilioAccount account;
  private final Webhooks webhooks;

  StatusCallbacks(TwilioAccount account, Webhooks webhooks) {
    this.account = account;
    this.webhooks = webhooks;
  }

  /** Posts the message's status, again after a pause while nobody answers or a server fails. */
  void tell(TwilioMessage message) throws InterruptedException {
    Map<String, String> fields = fieldsOf(message);
    for (Duration pause : PAUSES) {
      if (isTaken(message.statusCallback(), fields)) {
        return;
      }
      Thread.sleep(pause);
    }
    if (!isTaken(message.statusCallback(), fields)) {
      LOG.warn("Nobody takes the status {} of {}", message.status(), message.sid());
    }
  }

  private boolean isTaken(String url, Map<String, String> fields) throws InterruptedException {
    try {
      return webhooks.post(url, fields).statusCode() < 500;
    } catch (IOException e) {
      LOG.debug("No answer from {}", url, e);
      return false;
    }
  }

  private Map<String, String> fieldsOf(TwilioMessage message) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("AccountSid", account.sid());
    fields.put("ApiVersion", "2010-04-01");
    fields.put("MessageSid", message.sid());
    fields.put("SmsSid", message.sid());
    fields.put("MessageStatus", message.status().wireName());
    fields.put("SmsStatus", message.status().wireName());
    fields.put("From", message.from());
    fields.put("To", message.to());
    if (message.errorCode() != 0) {
      fields.put("ErrorCode", Integer.toString(message.errorCode()));
    }
    if (message.channel() == TwilioChannel.CHAT) {
      fields.put("ChannelPrefix", "whatsapp");
      fields.put("ChannelToAddress", TwilioChannel.number(message.to()));
    }
    return fields;
  }
}
