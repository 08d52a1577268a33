package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A published content, frozen. Every text is a Liquid template over the variables.
 *
 * @param topic the preference-centre topic, none for all marketing
 * @param locales projections by BCP 47 locale; holds {@code defaultLocale}
 * @param links the destinations of the texts' links; a text says {@code {{ links.<id> }}} where the
 *     link's address belongs
 * @param variables what the texts may use; one without a default must be there or the message stops
 */
public record ContentVersion(
    ContentRef ref,
    Category category,
    @Nullable ConsentTopic topic,
    Brand brand,
    String defaultLocale,
    Map<String, Projections> locales,
    List<Link> links,
    List<Variable> variables,
    Instant publishedAt) {

  public ContentVersion {
    requireNonNull(ref);
    requireNonNull(category);
    requireNonNull(brand);
    requireNonNull(defaultLocale);
    requireNonNull(publishedAt);
    locales = Map.copyOf(locales);
    // A version that was published before links were tracked has none.
    links = links == null ? List.of() : List.copyOf(links);
    variables = List.copyOf(variables);
    if (!locales.containsKey(defaultLocale)) {
      throw new IllegalArgumentException("the default locale " + defaultLocale + " has no text");
    }
  }

  /**
   * One language of a content on every channel. A channel without a projection is not a candidate.
   */
  public record Projections(@Nullable Email email, @Nullable Sms sms, @Nullable Chat chat) {}

  /** HTML has its variables escaped when it is rendered; subject and text do not. */
  public record Email(String subject, String html, String text) {
    public Email {
      requireNonNull(subject);
      requireNonNull(html);
      requireNonNull(text);
    }
  }

  public record Sms(String text) {
    public Sms {
      requireNonNull(text);
    }
  }

  /**
   * @param text what is said inside the provider's window; none when the template goes there too
   * @param template what is said outside of it; only an approved one goes
   */
  public record Chat(@Nullable String text, @Nullable ChatTemplate template) {
    public Chat {
      if (text == null && template == null) {
        throw new IllegalArgumentException("a chat says a text or a template");
      }
    }
  }

  /**
   * A template kept and approved by the provider.
   *
   * @param sid the provider's id
   * @param variables Liquid texts for the provider's {@code {{1}}}, {@code {{2}}}, …
   */
  public record ChatTemplate(String sid, List<String> variables) {
    public ChatTemplate {
      requireNonNull(sid);
      variables = List.copyOf(variables);
    }
  }

  /**
   * Where a link leads.
   *
   * @param id unique in its content, of letters and digits
   * @param url http or https; a Liquid template over the same variables as the texts
   */
  public record Link(String id, String url) {
    public Link {
      requireNonNull(id);
      requireNonNull(url);
    }
  }

  public record Variable(String name, @Nullable String defaultValue) {
    public Variable {
      requireNonNull(name);
    }
  }
}
