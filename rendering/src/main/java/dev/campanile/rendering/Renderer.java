package dev.campanile.rendering;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.rendering.RenderResult.Ready;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fills a content's templates for one customer. Strict: what is missing without a default stops
 * this one message. Pure but for a cache of compiled templates; a mail takes some microseconds, and
 * each of its templates at most {@link Limits#TIME}.
 */
@Singleton
public class Renderer {

  /** Twilio takes no longer body, in SMS or chat. */
  static final int TEXT_MESSAGE_CHARS = 1_600;

  static final int SUBJECT_CHARS = 500;

  private final CompiledContents compiled = new CompiledContents();
  private final Recent<InLanguage, Destinations> destinations = new Recent<>();

  /** By the language that was wanted. */
  private final Recent<InLanguage, String> languages = new Recent<>();

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
          String language = language(content, locale);
          Map<String, Object> variables = variables(content, language, data, links, Lookups.STRICT);
          return new Ready(
              switch (compiled.of(content, language, channel)) {
                case CompiledContent.Email email -> email(email, variables, links);
                case CompiledContent.Sms sms -> new Body.Sms(message(sms.text(), variables));
                case CompiledContent.Chat(var text, _) when insideChatWindow && text != null ->
                    new Body.Chat(message(text, variables), null);
                case CompiledContent.Chat chat -> template(chat, variables);
              });
        });
  }

  /**
   * Where a click on a link of a message leads: the very address that was checked when the message
   * was rendered with the same data.
   *
   * @param locale as the message was rendered for; none for the content's default
   * @return an http or https address; empty when the content has no such link, or none for the data
   */
  public Optional<String> destination(
      ContentVersion content, @Nullable String locale, String linkId, Map<String, Object> data) {
    try {
      String wanted = locale == null ? content.defaultLocale() : locale;
      Destination destination = destinations(content, language(content, wanted)).get(linkId);
      return destination == null
          ? Optional.empty()
          : Optional.of(destination.address(Variables.of(content, data), Lookups.STRICT));
    } catch (RuntimeException | StackOverflowError _) {
      return Optional.empty();
    }
  }

  /**
   * What the texts of a channel, links among them, ask of a customer's data. Does not stop at the
   * first variable that is missing, as rendering does. Finds nothing where the content has no text
   * for the channel.
   */
  public Inspection inspect(
      ContentVersion content, String locale, Channel channel, Map<String, Object> data) {
    Inspector inspector = new Inspector();
    Faults.ignored(
        () -> {
          String language = language(content, locale);
          Links links = new Links("https://unsubscribe.invalid", false, null);
          Map<String, Object> variables = variables(content, language, data, links, inspector);
          for (LiquidTemplate template : compiled.of(content, language, channel).templates()) {
            inspector.nextTemplate();
            Faults.ignored(() -> template.rendered(variables, inspector));
          }
        });
    return inspector.found();
  }

  private Map<String, Object> variables(
      ContentVersion content,
      String language,
      Map<String, Object> data,
      Links links,
      Lookups lookups) {
    Map<String, Object> variables = Variables.of(content, data);
    Map<String, Object> addresses =
        content.links().isEmpty()
            ? Map.of()
            : new LinkAddresses(
                destinations(content, language), variables, links.tracking(), lookups);
    Variables.addOurs(variables, links.unsubscribeUrl(), addresses);
    return variables;
  }

  private String language(ContentVersion content, String wanted) {
    return languages.of(
        new InLanguage(content.ref(), wanted), () -> LocaleChoice.of(content, wanted));
  }

  private Destinations destinations(ContentVersion content, String language) {
    return destinations.of(
        new InLanguage(content.ref(), language), () -> new Destinations(content, language));
  }

  private static Body email(
      CompiledContent.Email email, Map<String, Object> variables, Links links) {
    StringBuilder html = email.html().written(variables);
    if (links.tracking() != null) {
      links.tracking().pixel().ifPresent(url -> Pixel.insert(html, url));
    }
    return new Body.Email(
        subject(email.subject().filled(variables)),
        Utf8Text.written(html),
        Utf8Text.written(email.text().written(variables)),
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
    String text = template.filled(variables).replace("\0", "").strip();
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
      String value = SingleLine.of(parts.get(i).filled(variables));
      if (value.isEmpty()) {
        throw new TemplateFault("the template's variable " + (i + 1) + " is empty");
      }
      filled.put(Integer.toString(i + 1), value);
    }
    return new Body.Chat("", new Body.Template(template.sid(), filled));
  }

  private record InLanguage(ContentRef content, String language) {}
}
