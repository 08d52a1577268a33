package dev.campanile.campaign.content;

import static java.util.Objects.requireNonNull;

import dev.campanile.campaign.brand.BrandDraft;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Chat;
import dev.campanile.contracts.ContentVersion.ChatTemplate;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import dev.campanile.contracts.ContentVersion.Variable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes of a checked draft what the gateway renders: one projection per channel and language. */
final class ContentCompiler {

  private ContentCompiler() {}

  /**
   * @param draft without findings, see {@link PublishCheck}
   */
  static ContentVersion compile(
      ContentDraft draft, BrandDraft brand, ContentRef ref, Instant publishedAt) {
    Category category = requireNonNull(draft.category());
    Map<String, Projections> locales = new HashMap<>();
    Set<String> used = new TreeSet<>();
    var destinations = new Destinations();
    draft
        .locales()
        .forEach(
            (locale, text) -> {
              ResolvedText resolved = ResolvedText.of(text);
              resolved.variables().forEach(used::add);
              locales.put(locale, projections(locale, resolved, brand, category, destinations));
            });
    return new ContentVersion(
        ref,
        category,
        draft.topic() == null ? null : new ConsentTopic(draft.topic()),
        brand.asSender(requireNonNull(draft.brand())),
        requireNonNull(draft.defaultLocale()),
        locales,
        destinations.links(),
        variables(draft, used),
        publishedAt);
  }

  private static Projections projections(
      String locale,
      ResolvedText text,
      BrandDraft brand,
      Category category,
      Destinations destinations) {
    boolean unsubscribable = isUnsubscribable(category);
    var plain = new PlainText(locale, text, brand, unsubscribable, destinations);
    String html = EmailLayout.html(locale, text, brand, unsubscribable, destinations);
    return new Projections(
        new Email(text.subject().source(), html, plain.mail()),
        brand.smsFrom() == null ? null : new Sms(plain.sms()),
        brand.chatFrom() == null ? null : chat(text, plain, destinations));
  }

  private static Chat chat(ResolvedText text, PlainText plain, Destinations destinations) {
    boolean templateOnly = text.chatTemplate() != null && text.chatTemplate().insideWindow();
    return new Chat(templateOnly ? null : plain.chat(), template(text, destinations));
  }

  private static @Nullable ChatTemplate template(ResolvedText text, Destinations destinations) {
    return text.chatTemplate() == null
        ? null
        : new ChatTemplate(
            text.chatTemplate().sid(),
            text.chatTemplate().variables().stream().map(destinations::namedIn).toList());
  }

  /** A customer may end what is sent by consent; not the news of an order. */
  private static boolean isUnsubscribable(Category category) {
    return switch (category) {
      case MARKETING, SURVEY -> true;
      case SERVICE, TRANSACTIONAL -> false;
    };
  }

  /** Those that a text uses: nobody misses a message for a value that is not said. */
  private static List<Variable> variables(ContentDraft draft, Set<String> used) {
    return draft.variables().entrySet().stream()
        .filter(variable -> used.contains(variable.getKey()))
        .map(variable -> new Variable(variable.getKey(), variable.getValue().defaultValue()))
        .toList();
  }
}
