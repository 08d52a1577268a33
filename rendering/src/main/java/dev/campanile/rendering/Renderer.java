package dev.campanile.rendering;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.rendering.RenderResult.Ready;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a content's templates for one customer. Strict: what is missing without a default stops
 * this one message. Pure but for a cache of parsed templates; takes well under a millisecond, and
 * at most {@link Limits#TIME}.
 */
@Singleton
public class Renderer {

  /** Twilio takes no longer body, in SMS or chat. */
  static final int TEXT_MESSAGE_CHARS = 1_600;

  static final int SUBJECT_CHARS = 500;

  private final CompiledContents compiled = new CompiledContents();

  /**
   * Never throws for what an author or a sender did.
   *
   * @param locale BCP 47, as the customer reads it
   * @param insideChatWindow whether chat may say its text, or needs its template
   * @param data plain JSON values by name
   */
  public RenderResult render(
      ContentVersion content,
      String locale,
      Channel channel,
      boolean insideChatWindow,
      Map<String, Object> data,
      Links links) {
    return Faults.guarded(
        () -> {
          Map<String, Object> variables = Variables.of(content, data, links);
          return new Ready(
              switch (compiled.of(content, LocaleChoice.of(content, locale), channel)) {
                case CompiledContent.Email email -> email(email, variables, links);
                case CompiledContent.Sms sms -> new Body.Sms(message(sms.text(), variables));
                case CompiledContent.Chat chat when insideChatWindow ->
                    new Body.Chat(message(chat.text(), variables), null);
                case CompiledContent.Chat chat -> template(chat, variables);
              });
        });
  }

  private static Body email(
      CompiledContent.Email email, Map<String, Object> variables, Links links) {
    return new Body.Email(
        subject(email.subject().render(variables, Escaping.NONE)),
        email.html().render(variables, Escaping.html()),
        email.text().render(variables, Escaping.NONE),
        links.oneClick() ? links.unsubscribeUrl() : null);
  }

  private static String subject(String rendered) {
    String line = SingleLine.of(rendered);
    if (line.isEmpty()) {
      throw new TemplateFault("the subject is empty");
    }
    if (line.length() > SUBJECT_CHARS) {
      throw new TemplateFault("the subject exceeds " + SUBJECT_CHARS + " characters");
    }
    return line;
  }

  private static String message(LiquidTemplate template, Map<String, Object> variables) {
    String text = template.render(variables, Escaping.NONE).replace("\0", "").strip();
    if (text.isEmpty()) {
      throw new TemplateFault("the text is empty");
    }
    if (text.length() > TEXT_MESSAGE_CHARS) {
      throw new TemplateFault("the text exceeds " + TEXT_MESSAGE_CHARS + " characters");
    }
    return text;
  }

  private static Body template(CompiledContent.Chat chat, Map<String, Object> variables) {
    CompiledContent.ChatTemplate template = chat.template();
    if (template == null) {
      throw new TemplateFault("outside the chat window only a template goes, and there is none");
    }
    Map<String, String> filled = new LinkedHashMap<>();
    List<LiquidTemplate> parts = template.variables();
    for (int i = 0; i < parts.size(); i++) {
      // The provider refuses line breaks and empty values in template variables.
      String value = SingleLine.of(parts.get(i).render(variables, Escaping.NONE));
      if (value.isEmpty()) {
        throw new TemplateFault("the template's variable " + (i + 1) + " is empty");
      }
      filled.put(Integer.toString(i + 1), value);
    }
    return new Body.Chat("", new Body.Template(template.sid(), filled));
  }
}
