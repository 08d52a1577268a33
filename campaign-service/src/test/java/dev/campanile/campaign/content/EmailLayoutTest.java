package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.Drafts.GREEN_BASKET;
import static dev.campanile.campaign.content.Drafts.ORDER_OUT;
import static dev.campanile.campaign.content.Drafts.WEEKEND_OFFER;
import static dev.campanile.campaign.content.Drafts.compiled;
import static dev.campanile.campaign.content.Drafts.english;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import liqp.TemplateParser;
import liqp.parser.Flavor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class EmailLayoutTest {

  private final String html = htmlOf(Drafts.of(ORDER_OUT));

  @Test
  void keepsTheLiquidOfTheAuthor() {
    assertThat(html)
        .contains("Good news, {{ firstName }}: your order is on its way")
        .doesNotContain("LiquidIsland");
  }

  @Test
  void escapesWhatTheAuthorWroteAndKeepsLineBreaks() {
    assertThat(html)
        .contains("store &amp; will")
        .contains("&lt;safely&gt;")
        .doesNotContain("<safely>");
    assertThat(html).containsPattern("Not at home\\?<br ?/?>Tell us");
  }

  @Test
  void namesLinksSoThatTheGatewayPutsTheirAddressesIn() {
    assertThat(html).contains("href=\"{{ links.1 }}\"").doesNotContain("track/");
  }

  @Test
  void isHtmlThatABrowserReadsWithoutRepair() {
    var parser = Parser.htmlParser().setTrackErrors(50);

    Document mail = Jsoup.parse(rendered(html), parser);

    assertThat(parser.getErrors()).isEmpty();
    assertThat(mail.selectFirst("html")).isNotNull();
    assertThat(requireNonNull(mail.selectFirst("html")).attr("lang")).isEqualTo("en");
    assertThat(mail.title()).isEqualTo("Order A&B-1 is out for delivery");
    assertThat(mail.select("a[href*=track]").eachText()).containsExactly("Track it");
    assertThat(mail.select("img").eachAttr("alt")).containsExactly("A van of today");
    assertThat(mail.text()).contains("Green Basket", "12 Market Street", "because you ordered");
  }

  @Test
  void offersTheUnsubscribeLinkInMarketingOnly() {
    assertThat(html).doesNotContain("unsubscribe");
    assertThat(htmlOf(Drafts.of(WEEKEND_OFFER))).contains("href=\"{{ unsubscribeUrl }}\"");
  }

  @Test
  void showsTheWholeOffer() {
    String text = Jsoup.parse(htmlOf(Drafts.of(WEEKEND_OFFER))).text();

    assertThat(text)
        .contains("Any sourdough loaf", "€4.50", "BREAD20", "Valid until Sunday, 29 November");
  }

  @Test
  void staysBelowTheSizeThatMailboxesClip() {
    assertThat(html.length()).isLessThan(50_000);
    assertThat(html).contains(GREEN_BASKET.brandColor().hex());
  }

  private static String htmlOf(ContentDraft draft) {
    return requireNonNull(english(compiled(draft)).email()).html();
  }

  private static String rendered(String html) {
    return new TemplateParser.Builder()
        .withFlavor(Flavor.LIQUID)
        .build()
        .parse(html)
        .render(
            Map.of(
                "firstName",
                "Ana",
                "orderNumber",
                "A&B-1",
                "deliveryWindow",
                "today",
                "links",
                Map.of("1", "https://green-basket.example/track")));
  }
}
