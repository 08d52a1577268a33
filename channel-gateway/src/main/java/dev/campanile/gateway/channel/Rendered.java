package dev.campanile.gateway.channel;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.rendering.Body;

/**
 * One message ready to be handed over.
 *
 * @param attempt counts hand-offs of this message from 1
 * @param test an author looks at it; the body says so where it can
 */
public record Rendered(
    MessageId messageId,
    int attempt,
    Category category,
    Brand brand,
    String address,
    Body body,
    boolean test) {

  public Rendered(
      MessageId messageId, int attempt, Category category, Brand brand, String address, Body body) {
    this(messageId, attempt, category, brand, address, body, false);
  }

  public Channel channel() {
    return switch (body) {
      case Body.Email _ -> Channel.EMAIL;
      case Body.Sms _ -> Channel.SMS;
      case Body.Chat _ -> Channel.CHAT;
    };
  }
}
