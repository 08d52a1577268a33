package dev.campanile.gateway.dispatch;

import dev.campanile.rendering.Body;

/** How an author's test says what it is; a provider's own template leaves no room for it. */
final class TestMark {

  private static final String PREFIX = "[Test] ";

  private TestMark() {}

  static Body on(Body body) {
    return switch (body) {
      case Body.Email(var subject, var html, var text, var unsubscribeUrl) ->
          new Body.Email(PREFIX + subject, html, text, unsubscribeUrl);
      case Body.Sms(var text) -> new Body.Sms(PREFIX + text);
      case Body.Chat(var text, var template) -> new Body.Chat(PREFIX + text, template);
    };
  }
}
