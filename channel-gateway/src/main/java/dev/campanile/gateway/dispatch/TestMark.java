package dev.campanile.gateway.dispatch;

import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reason;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.RenderResult;
import dev.campanile.rendering.RenderResult.Ready;
import dev.campanile.rendering.RenderResult.Refused;
import dev.campanile.rendering.TemplateSlots;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an author's test says what it is. */
final class TestMark {

  private static final String PREFIX = "[Test] ";

  /** What Twilio takes, on either channel. A content may use all of it. */
  private static final int LONGEST = 1_600;

  private static final String CUT = "...";

  private TestMark() {}

  /**
   * @param template as the provider keeps it; none when the body is of no template, or it was not
   *     heard of
   */
  static RenderResult on(Body body, @Nullable ProviderTemplate template) {
    return switch (body) {
      case Body.Email(var subject, var html, var text, var unsubscribeUrl) ->
          new Ready(new Body.Email(PREFIX + subject, html, text, unsubscribeUrl));
      case Body.Sms(var text) -> new Ready(new Body.Sms(marked(text)));
      case Body.Chat(var text, var filled) when filled == null ->
          new Ready(new Body.Chat(marked(text), null));
      case Body.Chat(var text, var filled) -> inTemplate(text, filled, template);
    };
  }

  /** The words are the provider's: what is ours is the values in them, the first of the text. */
  private static RenderResult inTemplate(
      String text, Body.Template filled, @Nullable ProviderTemplate template) {
    String body = template == null ? null : template.body();
    String slot = body == null ? null : TemplateSlots.first(body).orElse(null);
    String value = slot == null ? null : filled.variables().get(slot);
    if (slot == null || value == null) {
      return new Refused(
          Reason.TEMPLATE_ERROR,
          "a test with a provider's template is marked in the first variable of its text, and this"
              + " one has none");
    }
    Map<String, String> variables = new LinkedHashMap<>(filled.variables());
    variables.put(slot, PREFIX + value);
    return new Ready(new Body.Chat(text, new Body.Template(filled.sid(), variables)));
  }

  /** A text without room for the mark loses its end, and shows that it did. */
  private static String marked(String text) {
    if (PREFIX.length() + text.length() <= LONGEST) {
      return PREFIX + text;
    }
    int end = LONGEST - PREFIX.length() - CUT.length();
    // Half a character is none.
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return PREFIX + text.substring(0, whole) + CUT;
  }
}
