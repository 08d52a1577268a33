package dev.campanile.gateway.channel;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message ready to be handed over.
 *
 * @param attempt counts hand-offs of this message from 1
 */
public record Rendered(
    MessageId messageId, int attempt, Category category, Brand brand, String address, Body body) {

  public Channel channel() {
    return switch (body) {
      case Email _ -> Channel.EMAIL;
      case Sms _ -> Channel.SMS;
      case Chat _ -> Channel.CHAT;
    };
  }

  /** The content in the shape of its channel. */
  public sealed interface Body {}

  /**
   * @param unsubscribeUrl for the one-click header; none where the category has none
   */
  public record Email(String subject, String html, String text, @Nullable String unsubscribeUrl)
      implements Body {}

  public record Sms(String text) implements Body {}

  /** Text inside the provider's window. A template, when given, is sent instead of the text. */
  public record Chat(String text, @Nullable Template template) implements Body {}

  /**
   * @param variables by the provider's names {@code 1}, {@code 2}, …
   */
  public record Template(String sid, Map<String, String> variables) {}
}
