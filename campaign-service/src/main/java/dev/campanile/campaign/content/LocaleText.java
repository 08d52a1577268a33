package dev.campanile.campaign.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A content in one language. Every text is Liquid over the declared variables; {@code {{
 * offer.price }}} and {@code {{ callToAction.url }}} are filled in when it is published.
 *
 * @param subject of the mail
 * @param preheader what an inbox shows beside the subject
 * @param body paragraphs
 * @param sms said by SMS instead of headline, body and link
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LocaleText(
    @Nullable String subject,
    @Nullable String preheader,
    @Nullable String headline,
    List<String> body,
    @Nullable CallToAction callToAction,
    @Nullable Image image,
    @Nullable Offer offer,
    @Nullable String legalFooter,
    @Nullable String sms,
    @Nullable ChatText chat) {

  public LocaleText {
    body = InOrder.copyOf(body);
  }

  /** What the customer is asked to do, and where. */
  public record CallToAction(@Nullable String label, @Nullable String url) {}

  /**
   * @param alt what is read where the image is not shown
   * @param link where it leads, if anywhere
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Image(@Nullable String url, @Nullable String alt, @Nullable String link) {}

  /** What is offered; the same on every channel. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Offer(
      @Nullable String name,
      @Nullable String price,
      @Nullable String validUntil,
      @Nullable String code) {}

  /**
   * @param text said in a chat instead of headline, body and link
   * @param template what is sent outside of the provider's window
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChatText(@Nullable String text, @Nullable Template template) {}

  /**
   * A template that the provider keeps and approved. The buttons of a chat are its buttons.
   *
   * @param sid the provider's id
   * @param variables texts for the provider's numbered slots
   * @param insideWindow true to send it inside of the provider's window too, instead of a text
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Template(
      @Nullable String sid, List<String> variables, @Nullable Boolean insideWindow) {

    public Template {
      variables = InOrder.copyOf(variables);
    }
  }
}
