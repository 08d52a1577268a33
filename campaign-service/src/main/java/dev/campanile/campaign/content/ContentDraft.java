package dev.campanile.campaign.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.campanile.contracts.Category;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A content as its author writes it. A draft may be unfinished; publishing says what is missing.
 *
 * @param topic the preference-centre topic, none for all marketing
 * @param brand the key of the brand it speaks for
 * @param defaultLocale the language of whoever reads none of the others
 * @param variables what the texts may use of a customer, by name
 * @param locales the texts by BCP 47 language tag
 */
@Schema(
    example =
        """
        {"category": "MARKETING", "topic": "offers", "brand": "basilio", "defaultLocale": "en",
         "variables": {"firstName": {"default": "there"}},
         "locales": {"en": {
           "subject": "The weekend crate is packed",
           "headline": "Six lemons, two loaves, one box.",
           "body": ["Hello {{ firstName }}, order by Friday noon and it comes on Saturday."],
           "callToAction": {"label": "Order the crate",
                            "url": "https://basilio.example.com/weekend"}}}}
        """)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentDraft(
    @Nullable Category category,
    @Nullable String topic,
    @Nullable String brand,
    @Nullable String defaultLocale,
    Map<String, DeclaredVariable> variables,
    Map<String, LocaleText> locales) {

  public ContentDraft {
    variables = InOrder.copyOf(variables);
    locales = InOrder.copyOf(locales);
  }

  /**
   * @param defaultValue what is said for a customer without a value; none means that a message
   *     without one is not sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeclaredVariable(@Nullable @JsonProperty("default") String defaultValue) {}
}
