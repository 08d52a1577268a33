package dev.campanile.rendering;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parsed projections, the most recently used of them. Versions are frozen, so none goes stale. */
final class CompiledContents {

  private static final int MOST = 256;

  private final Map<Key, CompiledContent> recent =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CompiledContent> eldest) {
          return size() > MOST;
        }
      };

  /** Parses outside of the lock: twice at worst, but no other content waits for it. */
  CompiledContent of(ContentVersion content, String locale, Channel channel) {
    Key key = new Key(content.ref(), locale, channel);
    CompiledContent known = known(key);
    if (known == null) {
      known = compile(content, locale, channel);
      synchronized (recent) {
        recent.put(key, known);
      }
    }
    return known;
  }

  private @Nullable CompiledContent known(Key key) {
    synchronized (recent) {
      return recent.get(key);
    }
  }

  private static CompiledContent compile(ContentVersion content, String key, Channel channel) {
    Projections projections = content.locales().get(key);
    if (projections == null) {
      throw new TemplateFault("the content has no text in " + key);
    }
    Locale locale = Locale.forLanguageTag(key.replace('_', '-'));
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
