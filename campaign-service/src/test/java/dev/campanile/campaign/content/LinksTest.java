package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.Drafts.ORDER_OUT;
import static dev.campanile.campaign.content.Drafts.compiled;
import static dev.campanile.campaign.content.Drafts.english;
import static dev.campanile.campaign.content.Drafts.findingsIn;
import static dev.campanile.campaign.content.Drafts.with;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.runtime.http.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a link leads is stored with the content; the texts name it. */
class LinksTest {

  private static final String TRACK =
      "https://green-basket.example/track/{{ orderNumber | url_encode }}?from=mail&lang=en";

  @Test
  void oneDestinationIsOneLinkOnEveryChannel() {
    ContentVersion version = compiled(Drafts.of(ORDER_OUT));

    assertThat(version.links()).containsExactly(new Link("1", TRACK));
    var said = english(version);
    assertThat(requireNonNull(said.email()).html()).contains("href=\"{{ links.1 }}\"");
    assertThat(requireNonNull(said.email()).text()).contains("{{ links.1 }}");
    assertThat(requireNonNull(said.sms()).text()).endsWith("{{ links.1 }}");
    assertThat(requireNonNull(said.chat()).text()).endsWith("{{ links.1 }}");
  }

  @Test
  void numbersThemInTheOrderTheyAppearInAndKeepsVariablesOfTheirs() {
    ContentVersion version =
        compiled(
            with(
                ORDER_OUT,
                "body",
                List.of("Read https://green-basket.example/{{ deliveryWindow }}, then call us.")));

    assertThat(version.links())
        .extracting(Link::url)
        .containsExactly("https://green-basket.example/{{ deliveryWindow | url_encode }}", TRACK);
    assertThat(version.variables())
        .extracting(ContentVersion.Variable::name)
        .contains("deliveryWindow", "orderNumber");
    assertThat(requireNonNull(english(version).email()).html())
        .contains(
            "Read <a href=\"{{ links.1 }}\">https://green-basket.example/"
                + "{{ deliveryWindow | url_encode }}</a>, then call us.");
    assertThat(requireNonNull(english(version).email()).text())
        .contains("Read {{ links.1 }}, then call us.");
  }

  @Test
  void anImageMayLeadSomewhere() {
    ContentVersion version =
        compiled(
            with(
                ORDER_OUT,
                "image",
                Map.of(
                    "url", "https://green-basket.example/van.jpg",
                    "alt", "A van",
                    "link", "https://green-basket.example/vans")));

    assertThat(version.links())
        .extracting(Link::url)
        .containsExactlyInAnyOrder("https://green-basket.example/vans", TRACK);
    assertThat(requireNonNull(english(version).email()).html())
        .contains("src=\"https://green-basket.example/van.jpg\"");
  }

  @Test
  void leavesTheWayOutAndAddressesThatAreNoWebPagesAlone() {
    ContentVersion version =
        compiled(
            with(Drafts.WEEKEND_OFFER, "legalFooter", "Write to mailto:care@green-basket.example"));

    assertThat(version.links())
        .extracting(Link::url)
        .containsExactly("https://green-basket.example/bread");
    assertThat(requireNonNull(english(version).email()).html())
        .contains("href=\"{{ unsubscribeUrl }}\"", "mailto:care@green-basket.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "See https://a.example/x. Bye | https://a.example/x",
        "(https://a.example/x) | https://a.example/x",
        "https://a.example/x_(y) | https://a.example/x_(y)",
        "<https://a.example/x> | https://a.example/x",
        "{% if firstName %}https://a.example/x{% endif %} | https://a.example/x",
        "https://a.example/{% if firstName %}x{% endif %} | https://a.example/{% if firstName %}x{% endif %}",
        "*https://a.example/x* | https://a.example/x"
      })
  void knowsWhereAUrlEnds(String text, String url) {
    assertThat(compiled(with(ORDER_OUT, "body", List.of(text))).links().getFirst().url())
        .isEqualTo(url);
  }

  @Test
  void twoBranchesAreTwoLinks() {
    var draft =
        with(
            ORDER_OUT,
            "body",
            List.of(
                "{% if firstName %}https://a.example/vip{% else %}https://a.example/all{% endif %}"));

    assertThat(findingsIn(draft)).isEmpty();
    assertThat(compiled(draft).links())
        .extracting(Link::url)
        .startsWith("https://a.example/vip", "https://a.example/all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{{ links.1 }}", "{% if links %}x{% endif %}"})
  void saysThatLinksAreWrittenAsAddresses(String text) {
    assertThat(findingsIn(with(ORDER_OUT, "headline", text)))
        .extracting(FieldError::detail)
        .allMatch(detail -> detail.startsWith("leave `links` out: write the address itself"))
        .hasSize(1);
  }

  @Test
  void nobodyElseIsCalledLinks() {
    assertThat(
            findingsIn(
                Drafts.of(ORDER_OUT.replace("\"firstName\":", "\"links\":{},\"firstName\":"))))
        .containsExactly(
            new FieldError("/variables/links", "`links` is taken; choose another name"));
    assertThat(findingsIn(with(ORDER_OUT, "headline", "{% assign links = 1 %}x")))
        .containsExactly(
            new FieldError("/locales/en/headline", "`links` is taken; assign to another name"));
  }

  @Test
  void aLinkCannotUseWhatOnlyItsTextKnows() {
    assertThat(
            findingsIn(
                with(
                    ORDER_OUT,
                    "headline",
                    "{% assign way = firstName %}https://a.example/{{ way }}")))
        .extracting(FieldError::detail)
        .containsExactly(
            "a link uses `way`, which is assigned outside of it; use declared variables");
  }

  @Test
  void anotherDestinationIsAnotherVersion() {
    ContentVersion one = compiled(Drafts.of(ORDER_OUT));
    ContentVersion other = compiled(Drafts.of(ORDER_OUT.replace("lang=en", "lang=fr")));

    assertThat(ContentFingerprint.of(one)).isNotEqualTo(ContentFingerprint.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"weekend-offer", "order-out-for-delivery"})
  void theDemosContentsLeadToOnePlaceInEveryLanguage(String content) throws IOException {
    Path file = Path.of("../deploy/local/demo/contents", content + ".json");
    ContentDraft draft = Drafts.of(Files.readString(file));

    assertThat(findingsIn(draft)).isEmpty();
    assertThat(compiled(draft).links()).hasSize(1);
  }
}
