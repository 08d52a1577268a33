package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import liqp.TemplateParser;
import org.jspecify.annotations.Nullable;

/** One projection of one language of a content, parsed. */
sealed interface CompiledContent {

  /** All of it. */
  List<LiquidTemplate> templates();

  record Email(LiquidTemplate subject, LiquidTemplate html, LiquidTemplate text)
      implements CompiledContent {
    @Override
    public List<LiquidTemplate> templates() {
      return List.of(subject, html, text);
    }
  }

  record Sms(LiquidTemplate text) implements CompiledContent {
    @Override
    public List<LiquidTemplate> templates() {
      return List.of(text);
    }
  }

  record Chat(@Nullable LiquidTemplate text, @Nullable ChatTemplate template)
      implements CompiledContent {
    @Override
    public List<LiquidTemplate> templates() {
      return Stream.concat(
              Stream.ofNullable(text),
              template == null ? Stream.empty() : template.variables().stream())
          .toList();
    }
  }

  record ChatTemplate(String sid, List<LiquidTemplate> variables) {}

  static CompiledContent email(ContentVersion.Email email, Locale locale) {
    TemplateParser text = Liquid.forText(locale);
    return new Email(
        LiquidTemplate.parse(text, email.subject(), Form.TEXT),
        LiquidTemplate.parse(Liquid.forHtml(locale), email.html(), Form.HTML),
        LiquidTemplate.parse(text, email.text(), Form.TEXT));
  }

  static CompiledContent sms(ContentVersion.Sms sms, Locale locale) {
    return new Sms(LiquidTemplate.parse(Liquid.forText(locale), sms.text(), Form.TEXT));
  }

  static CompiledContent chat(ContentVersion.Chat chat, Locale locale) {
    TemplateParser parser = Liquid.forText(locale);
    ContentVersion.ChatTemplate template = chat.template();
    return new Chat(
        chat.text() == null ? null : LiquidTemplate.parse(parser, chat.text(), Form.TEXT),
        template == null
            ? null
            : new ChatTemplate(
                template.sid(),
                template.variables().stream()
                    .map(variable -> LiquidTemplate.parse(parser, variable, Form.TEXT))
                    .toList()));
  }
}
