package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import java.util.Locale;

/** Which of a content's languages a customer reads: the exact one, the language, the default. */
public final class LocaleChoice {

  private LocaleChoice() {}

  /**
   * @param tag BCP 47; an underscore is forgiven
   */
  static Locale locale(String tag) {
    return Locale.forLanguageTag(tag.replace('_', '-'));
  }

  /**
   * Chooses a key of the content's locales.
   *
   * @param wanted BCP 47, as the customer reads it
   */
  public static String of(ContentVersion content, String wanted) {
    Locale exact = locale(wanted);
    String sameLanguage = null;
    for (String candidate : content.locales().keySet().stream().sorted().toList()) {
      Locale locale = locale(candidate);
      if (locale.equals(exact)) {
        return candidate;
      }
      // Sorted, the plain language comes before its regions.
      if (sameLanguage == null
          && !locale.getLanguage().isEmpty()
          && locale.getLanguage().equals(exact.getLanguage())) {
        sameLanguage = candidate;
      }
    }
    return sameLanguage == null ? content.defaultLocale() : sameLanguage;
  }
}
