package dev.campanile.gateway.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.ChannelAdapter;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** WhatsApp through Twilio: text inside the window, otherwise an approved template. */
@ApplicationScoped
public class ChatAdapter implements ChannelAdapter {

  static final String PREFIX = "whatsapp:";

  private static final JsonMapper JSON = new JsonMapper();

  private final TwilioMessages messages;

  ChatAdapter(TwilioMessages messages) {
    this.messages = messages;
  }

  @Override
  public Channel channel() {
    return Channel.CHAT;
  }

  @Override
  public Duration timeout() {
    return messages.timeout();
  }

  @Override
  public int concurrency() {
    return messages.concurrency();
  }

  @Override
  public HandOff deliver(Rendered message) {
    if (!(message.body() instanceof Body.Chat chat)) {
      throw new IllegalArgumentException("not a chat message: " + message.channel());
    }
    String from = message.brand().chatFrom();
    if (from == null) {
      return new HandOff.Refused(
          Reason.PROVIDER_REJECTED,
          "NO_SENDER",
          "the brand has no chatFrom",
          new HandOff.AddressFinding.Nothing());
    }
    return messages.create(message, creator(message.address(), from, chat));
  }

  private static MessageCreator creator(String to, String from, Body.Chat chat) {
    var creator =
        new MessageCreator(
            new PhoneNumber(PREFIX + to), new PhoneNumber(PREFIX + from), (String) null);
    Body.Template template = chat.template();
    if (template == null) {
      return creator.setBody(chat.text());
    }
    return creator.setContentSid(template.sid()).setContentVariables(json(template.variables()));
  }

  private static String json(Map<String, String> variables) {
    try {
      return JSON.writeValueAsString(variables);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("strings are always JSON", e);
    }
  }
}
