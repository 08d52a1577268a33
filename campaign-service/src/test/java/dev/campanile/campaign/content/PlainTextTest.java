package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.Drafts.ORDER_OUT;
import static dev.campanile.campaign.content.Drafts.WEEKEND_OFFER;
import static dev.campanile.campaign.content.Drafts.compiled;
import static dev.campanile.campaign.content.Drafts.english;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.campaign.brand.BrandDraft;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion.Projections;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void saysTheMailWithoutMarkup() {
    assertThat(requireNonNull(said(ORDER_OUT).email()).text())
        .startsWith("Good news, {{ firstName }}: your order is on its way\n\n")
        .contains("left our store & will reach you", "leave it <safely>.")
        .contains("Track it:\n{{ links.1 }}")
        .contains("12 Market Street")
        .doesNotContain("unsubscribe");
  }

  @Test
  void offersTheWayOutInMarketing() {
    assertThat(requireNonNull(said(WEEKEND_OFFER).email()).text())
        .contains("Unsubscribe: {{ unsubscribeUrl }}", "Code: BREAD20");
    assertThat(requireNonNull(said(WEEKEND_OFFER).sms()).text()).endsWith("Reply STOP to opt out");
    assertThat(requireNonNull(said(ORDER_OUT).sms()).text()).doesNotContain("STOP");
  }

  @Test
  void resolvesWhatAnOverrideNames() {
    assertThat(requireNonNull(said(WEEKEND_OFFER).sms()).text())
        .startsWith(
            "Weekend bread: €4.50 with BREAD20 until Sunday, 29 November" + " {{ links.1 }}");
  }

  @Test
  void derivesSmsAndChatFromWhatIsSaidForAll() {
    assertThat(requireNonNull(said(ORDER_OUT).sms()).text())
        .startsWith("Green Basket: Good news, {{ firstName }}")
        .endsWith("\n{{ links.1 }}");
    assertThat(requireNonNull(said(WEEKEND_OFFER).chat()).text())
        .startsWith("*Fresh bread, baked for your weekend*")
        .contains("€4.50", "See the loaves: {{ links.1 }}");
  }

  @Test
  void hasNoProjectionForAChannelTheBrandIsNotOn() {
    var draft = Drafts.of(ORDER_OUT);
    var mailOnly =
        new BrandDraft("Mail", null, "Here", "a@b.example", null, null, null, null, null);

    var version = ContentCompiler.compile(draft, mailOnly, new ContentRef("x", 1), Instant.EPOCH);

    assertThat(english(version).sms()).isNull();
    assertThat(english(version).chat()).isNull();
  }

  @Test
  void keepsTheTemplateOfAChat() {
    var chat =
        Map.of(
            "template",
            Map.of(
                "sid", "HX" + "a".repeat(32), "variables", new String[] {"{{ firstName }}", "x"}));
    var version = compiled(Drafts.with(ORDER_OUT, "chat", chat));

    var template = requireNonNull(requireNonNull(english(version).chat()).template());
    assertThat(template.variables()).containsExactly("{{ firstName }}", "x");
  }

  private static Projections said(String draft) {
    return english(compiled(Drafts.of(draft)));
  }
}
