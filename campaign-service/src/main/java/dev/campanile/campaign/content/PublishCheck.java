package dev.campanile.campaign.content;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.contracts.Category;
import dev.campanile.runtime.http.FieldError;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything a draft must be before it can be frozen. Finds all that is wrong, not the first. */
final class PublishCheck {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,63}");
  private static final int MOST_LOCALES = 40;
  private static final int MOST_VARIABLES = 100;
  private static final int MOST_PARAGRAPHS = 30;

  private PublishCheck() {}

  static List<FieldError> findingsIn(ContentDraft draft, boolean brandExists) {
    var findings = new Findings();
    checkHead(draft, brandExists, findings);
    checkVariables(draft, findings);
    draft
        .locales()
        .forEach(
            (locale, text) -> {
              checkRequired(locale, text, findings);
              new TextCheck(draft, locale, text, findings).check();
              OfferCheck.check(draft.category(), locale, text, findings);
            });
    return findings.errors();
  }

  private static void checkHead(ContentDraft draft, boolean brandExists, Findings findings) {
    if (draft.category() == null) {
      findings.add("/category", "say which category it is: " + List.of(Category.values()));
    }
    if (draft.topic() != null && !AuthoredKey.isTopic(draft.topic())) {
      findings.add("/topic", AuthoredKey.TOPIC_RULE);
    }
    if (draft.brand() == null) {
      findings.add("/brand", "say which brand it speaks for");
    } else if (!brandExists) {
      findings.add(
          "/brand",
          "there is no brand " + draft.brand() + "; make it with PUT /v1/brands/" + draft.brand());
    }
    if (draft.locales().isEmpty() || draft.locales().size() > MOST_LOCALES) {
      findings.add("/locales", "write it in 1 to " + MOST_LOCALES + " languages");
    }
    for (String locale : draft.locales().keySet()) {
      if (!isLanguageTag(locale)) {
        findings.add(
            JsonPointer.of("locales", locale), "not a BCP 47 language tag such as en or it-CH");
      }
    }
    if (draft.defaultLocale() == null || !draft.locales().containsKey(draft.defaultLocale())) {
      findings.add(
          "/defaultLocale",
          "name one of the languages it is written in: " + draft.locales().keySet());
    }
  }

  private static void checkVariables(ContentDraft draft, Findings findings) {
    if (draft.variables().size() > MOST_VARIABLES) {
      findings.add("/variables", "declare at most " + MOST_VARIABLES);
    }
    draft
        .variables()
        .forEach(
            (name, declared) -> {
              String pointer = JsonPointer.of("variables", name);
              if (!NAME.matcher(name).matches()) {
                findings.add(pointer, "a name is letters, digits and underscores, up to 64");
              } else if (TextCheck.RESERVED.contains(name)) {
                findings.add(pointer, "`" + name + "` is taken; choose another name");
              }
              String value = declared.defaultValue();
              if (value != null && value.length() > TextField.LINE_LIMIT) {
                findings.add(
                    pointer + "/default", "at most " + TextField.LINE_LIMIT + " characters");
              }
            });
  }

  private static void checkRequired(String locale, LocaleText text, Findings findings) {
    String at = JsonPointer.of("locales", locale);
    require(text.subject(), at + "/subject", "a mail needs a subject", findings);
    require(text.headline(), at + "/headline", "say in one line what it is about", findings);
    if (text.body().isEmpty() || text.body().size() > MOST_PARAGRAPHS) {
      findings.add(at + "/body", "write 1 to " + MOST_PARAGRAPHS + " paragraphs");
    }
    if (text.callToAction() instanceof LocaleText.CallToAction(var label, var url)) {
      require(label, at + "/callToAction/label", "a button needs a label", findings);
      require(url, at + "/callToAction/url", "a button needs a link", findings);
    }
    if (text.image() instanceof LocaleText.Image(var url, var alt, _)) {
      require(url, at + "/image/url", "say where the image is", findings);
      require(alt, at + "/image/alt", "say it in words, for who does not see the image", findings);
    }
    if (text.chat()
        instanceof LocaleText.ChatText(var said, LocaleText.Template(var sid, _, var inside))) {
      boolean known = sid != null && sid.matches("HX[0-9a-fA-F]{32}");
      if (!known) {
        findings.add(at + "/chat/template/sid", "the provider's id: HX and 32 hexadecimal digits");
      }
      if (Boolean.TRUE.equals(inside) && said != null) {
        findings.add(
            at + "/chat/text",
            "never said: the template goes inside of the window too; leave one of them out");
      }
    }
  }

  private static void require(
      @Nullable String value, String pointer, String detail, Findings findings) {
    if (value == null || value.isBlank()) {
      findings.add(pointer, detail);
    }
  }

  private static boolean isLanguageTag(String tag) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return !locale.getLanguage().isEmpty() && locale.toLanguageTag().equals(tag);
    } catch (IllformedLocaleException e) {
      return false;
    }
  }
}
