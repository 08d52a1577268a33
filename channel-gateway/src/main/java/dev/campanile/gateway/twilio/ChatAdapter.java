package dev.campanile.gateway.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.rendering.Body;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WhatsApp through Twilio: text inside the window, otherwise an approved template. */
@Singleton
public final class ChatAdapter extends TwilioChannel {

  static final String PREFIX = "whatsapp:";

  private static final JsonMapper JSON = new JsonMapper();

  ChatAdapter(TwilioMessages messages) {
    super(messages);
  }

  @Override
  public Channel channel() {
    return Channel.CHAT;
  }

  @Override
  @Nullable String sender(Brand brand) {
    return brand.chatFrom();
  }

  @Override
  MessageCreator creator(String to, String from, Body body) {
    if (!(body instanceof Body.Chat chat)) {
      throw new IllegalArgumentException("not a chat message");
    }
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
