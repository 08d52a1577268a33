package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.rendering.Contents.content;
import static dev.campanile.rendering.Contents.linked;
import static dev.campanile.rendering.Contents.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import dev.campanile.contracts.ContentVersion.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InspectionTest {

  @Test
  void namesAllThatIsUsedAndAllThatIsMissing() {
    var content =
        content(
            new Projections(
                new Email(
                    "{{ firstName }}, {{ order.number }}",
                    "<p>{{ shop | upcase }} {{ brand.name }} {{ 'x' | append: y }}</p>",
                    "{{ city | default: 'here' }} {{ unsubscribeUrl }}"),
                null,
                null));

    assertThat(inspect(content, EMAIL, Map.of("order", Map.of("number", 7))))
        .isEqualTo(
            new Inspection(
                List.of("city", "firstName", "order.number", "shop", "y"),
                List.of("firstName", "shop", "y")));
  }

  @Test
  void doesNotCountWhatTheTemplateMakesItself() {
    var content =
        sms(
            "{% assign name = firstName %}{{ name }}{% capture c %}{{ a }}{% endcapture %}{{ c }}"
                + "{% for item in items %}{{ forloop.index }}{{ item.name }}{% endfor %}{% for x in none %}{{ x.y }}{% endfor %}");

    assertThat(inspect(content, SMS, Map.of("items", List.of(Map.of("name", "milk")))))
        .isEqualTo(
            new Inspection(
                List.of("a", "firstName", "items", "none"), List.of("a", "name", "none")));
  }

  @Test
  void aDefaultOfTheContentIsNotMissing() {
    var content =
        content(
            new Projections(null, new Sms("{{ a }} {{ b }}"), null),
            new Variable("a", "friend"),
            new Variable("b", null));

    assertThat(inspect(content, SMS, Map.of()))
        .isEqualTo(new Inspection(List.of("a", "b"), List.of("b")));
  }

  @Test
  void readsTheDestinationsOfTheLinksThatAreUsed() {
    var content =
        linked(
            new Projections(null, new Sms("{{ links.1 }} {{ links.2 }} {{ after }}"), null),
            new Link("1", "{{ page }}"),
            new Link("3", "https://x.example/{{ unused }}"));

    assertThat(inspect(content, SMS, Map.of()))
        .isEqualTo(new Inspection(List.of("after", "page"), List.of("after", "links.2", "page")));
  }

  @Test
  void readsBothTheTextAndTheTemplateOfChat() {
    assertThat(inspect(Contents.chat("{{ a }}", "{{ b }}", "{{ c }}"), CHAT, Map.of("c", 1)))
        .isEqualTo(new Inspection(List.of("a", "b", "c"), List.of("a", "b")));
  }

  @Test
  void oneTextThatIsWrongHidesNoOther() {
    var content =
        content(
            new Projections(
                new Email("{{ a }}{% abort 'no' %}{{ x }}", "<p>{{ b }}</p>", "{{ c }}"),
                null,
                null));

    assertThat(inspect(content, EMAIL, Map.of()).missing()).containsExactly("a", "b", "c");
    assertThat(inspect(content, SMS, Map.of())).isEqualTo(new Inspection(List.of(), List.of()));
  }

  private static Inspection inspect(
      ContentVersion content, Channel channel, Map<String, Object> data) {
    return new Renderer().inspect(content, "en", channel, data);
  }
}
