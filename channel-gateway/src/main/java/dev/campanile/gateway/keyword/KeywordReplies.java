package dev.campanile.gateway.keyword;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answers to keywords, in the languages we have words of. Safe for concurrent use. */
@Singleton
public final class KeywordReplies {

  private static final String ENGLISH = "en";

  private final Map<String, ReplyTexts> texts = new HashMap<>();
  private final Map<String, String> languages = new HashMap<>();

  @Inject
  public KeywordReplies() {
    WordList.byLanguage()
        .forEach(
            (language, words) -> {
              texts.put(language, words.replies());
              Stream.of(words.stop(), words.softStop(), words.start(), words.help())
                  .flatMap(List::stream)
                  .forEach(word -> languages.putIfAbsent(word, language));
            });
    // Those everybody knows, and on every carrier: they say nothing of who writes them.
    WordList english = WordList.of(ENGLISH);
    Stream.of(english.stop(), english.start(), english.help())
        .flatMap(List::stream)
        .forEach(languages::remove);
  }

  /**
   * In the language it was written in; when that cannot be told, in the customer's, or in English.
   *
   * @param locale BCP 47, the customer's if known
   */
  public ReplyTexts to(Intent intent, @Nullable String locale) {
    return Optional.ofNullable(languages.get(word(intent)))
        .map(texts::get)
        .or(() -> Optional.ofNullable(locale).map(KeywordReplies::language).map(texts::get))
        .orElseGet(() -> WordList.of(ENGLISH).replies());
  }

  private static String word(Intent intent) {
    return switch (intent) {
      case Intent.Stop(var word) -> word;
      case Intent.SoftStop(var phrase) -> phrase;
      case Intent.Start(var word) -> word;
      case Intent.Help(var word) -> word;
      case Intent.None _ -> "";
    };
  }

  /** Norwegian has two written forms and one that names neither. */
  private static String language(String locale) {
    String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
    return switch (language) {
      case "no", "nn" -> "nb";
      default -> language;
    };
  }
}
