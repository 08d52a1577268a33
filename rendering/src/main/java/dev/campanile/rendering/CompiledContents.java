package dev.campanile.rendering;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import java.util.Locale;

/** Parsed projections, the most recently used of them. Versions are frozen, so none goes stale. */
final class CompiledContents {

  private final Recent<Key, CompiledContent> recent = new Recent<>();

  CompiledContent of(ContentVersion content, String locale, Channel channel) {
    return recent.of(
        new Key(content.ref(), locale, channel), () -> compile(content, locale, channel));
  }

  private static CompiledContent compile(ContentVersion content, String key, Channel channel) {
    Projections projections = content.locales().get(key);
    if (projections == null) {
      throw new TemplateFault("the content has no text in " + key);
    }
    Locale locale = LocaleChoice.locale(key);
    CompiledContent compiled =
        switch (channel) {
          case EMAIL -> {
            ContentVersion.Email email = projections.email();
            yield email == null ? null : CompiledContent.email(email, locale);
          }
          case SMS -> {
            ContentVersion.Sms sms = projections.sms();
            yield sms == null ? null : CompiledContent.sms(sms, locale);
          }
          case CHAT -> {
            ContentVersion.Chat chat = projections.chat();
            yield chat == null ? null : CompiledContent.chat(chat, locale);
          }
          case PUSH -> null;
        };
    if (compiled == null) {
      throw new TemplateFault("the content has no " + channel + " text in " + key);
    }
    return compiled;
  }

  private record Key(ContentRef content, String locale, Channel channel) {}
}
