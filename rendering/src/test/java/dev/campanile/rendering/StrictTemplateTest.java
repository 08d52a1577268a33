package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.rendering.Contents.content;
import static dev.campanile.rendering.Contents.html;
import static dev.campanile.rendering.Contents.render;
import static dev.campanile.rendering.Contents.rendered;
import static dev.campanile.rendering.Contents.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import dev.campanile.contracts.ContentVersion.Variable;
import dev.campanile.contracts.Reason;
import dev.campanile.rendering.RenderResult.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictTemplateTest {

  @Test
  void fillsInWhatItIsGiven() {
    assertThat(
            rendered(
                sms("Ciao {{ firstName }}, {{ n }} x"), SMS, Map.of("firstName", "Ana", "n", 2)))
        .isEqualTo("Ciao Ana, 2 x");
  }

  @Test
  void writesEveryCharacterAsItIs() {
    Map<String, Object> data = Map.of("name", "Żółć 🧀", "words", List.of("über", "naïve"));
    String template =
        "Grüße – {{ name }}{% capture kept %}¡{{ name }}!{% endcapture %} {{ kept }}"
            + "{% for word in words %} {{ word | upcase }}{% endfor %}"
            + "{% case name %}{% when 'x' %}{% else %} él – {{ name }}{% endcase %}";
    String expected = "Grüße – Żółć 🧀 ¡Żółć 🧀! ÜBER NAÏVE él – Żółć 🧀";

    assertThat(rendered(html("<p title=\"{{ name }}\">" + template), EMAIL, data))
        .isEqualTo("<p title=\"Żółć 🧀\">" + expected);
    assertThat(rendered(sms(template), SMS, data)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hi {{ firstName }}",
        "Hi {{ firstName | upcase }}",
        "Hi {{ 'dear ' | append: firstName }}",
        "{% for x in firstName %}{{ x }}{% endfor %}",
        "{% if true %}{{ firstName }}{% endif %}",
        "{{ missing | default: firstName }}",
      })
  void stopsTheMessageWhereAVariableIsMissing(String template) {
    assertThat(render(sms(template), SMS, Map.of()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TEMPLATE_MISSING_VARIABLE));
  }

  @Test
  void namesTheMissingVariable() {
    assertThat(render(sms("{{ order.number }}"), SMS, Map.of("order", Map.of("city", "Rome"))))
        .isEqualTo(new Refused(Reason.TEMPLATE_MISSING_VARIABLE, "order.number"));
  }

  @Test
  void takesTheDefaultOfTheTemplate() {
    assertThat(rendered(sms("Hi {{ firstName | default: 'friend' }}"), SMS, Map.of()))
        .isEqualTo("Hi friend");
  }

  @Test
  void takesTheDefaultOfTheContentAlsoForABlankValue() {
    var content =
        content(
            new Projections(null, new Sms("Hi {{ firstName }}"), null),
            new Variable("firstName", "friend"));

    assertThat(rendered(content, SMS, Map.of())).isEqualTo("Hi friend");
    assertThat(rendered(content, SMS, Map.of("firstName", " "))).isEqualTo("Hi friend");
    assertThat(rendered(content, SMS, Map.of("firstName", "Ana"))).isEqualTo("Hi Ana");
  }

  @Test
  void mayAskWhetherAVariableIsThere() {
    var content = sms("Hi{% if firstName %} {{ firstName }}{% else %} you{% endif %}");

    assertThat(rendered(content, SMS, Map.of())).isEqualTo("Hi you");
    assertThat(rendered(content, SMS, Map.of("firstName", "Ana"))).isEqualTo("Hi Ana");
  }

  @Test
  void abortsWithTheAuthorsReason() {
    var content = sms("{% unless stock %}{% abort \"sold out  today\" %}{% endunless %}Buy");

    assertThat(render(content, SMS, Map.of()))
        .isEqualTo(new Refused(Reason.TEMPLATE_ABORTED, "sold out  today"));
    assertThat(rendered(content, SMS, Map.of("stock", 3))).isEqualTo("Buy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{ a", "{% if %}", "{{ a | nosuchfilter }}", "{% endfor %}", "{% nosuchtag %}"})
  void refusesATemplateThatIsWrong(String template) {
    assertThat(render(sms(template), SMS, Map.of("a", "x")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TEMPLATE_ERROR));
  }

  @Test
  void refusesToSendNothing() {
    assertThat(render(sms("{% if a %}x{% endif %} "), SMS, Map.of()))
        .isEqualTo(new Refused(Reason.TEMPLATE_ERROR, "the text is empty"));
  }

  @Test
  void refusesAChannelTheContentDoesNotSpeak() {
    assertThat(render(sms("x"), EMAIL, Map.of()))
        .isEqualTo(new Refused(Reason.TEMPLATE_ERROR, "the content has no EMAIL text in en"));
  }

  @Test
  void loopsFiltersAndCapturesWork() {
    var content =
        sms(
            "{% capture list %}{% for i in items %}{{ forloop.index }}.{{ i.name | upcase }} {% endfor %}"
                + "{% endcapture %}{% assign n = items | size %}{{ n }}: {{ list | strip }}"
                + "{% if list contains 'EGGS' %}!{% endif %} {{ items[0]['name'] }} {{ items[k].name }}");

    assertThat(
            rendered(
                content,
                SMS,
                Map.of("k", 1, "items", List.of(Map.of("name", "milk"), Map.of("name", "eggs")))))
        .isEqualTo("2: 1.MILK 2.EGGS! milk eggs");
  }

  @Test
  void aRemarkSaysNothingNotEvenInALoop() {
    assertThat(
            rendered(
                sms("{% # all of them %}{% for i in items %}{% # each %}{{ i }}{% endfor %}"),
                SMS,
                Map.of("items", List.of("a", "b"))))
        .isEqualTo("ab");
  }

  @Test
  void ourOwnVariablesCannotBeReplacedByData() {
    assertThat(
            rendered(
                sms("{{ brand.name }} {{ unsubscribeUrl }}"),
                SMS,
                Map.of("unsubscribeUrl", "https://evil.example", "brand", "x")))
        .isEqualTo("Verde & Figli " + Contents.LINKS.unsubscribeUrl());
  }
}
