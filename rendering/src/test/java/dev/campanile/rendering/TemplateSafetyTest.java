package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.rendering.Contents.html;
import static dev.campanile.rendering.Contents.render;
import static dev.campanile.rendering.Contents.rendered;
import static dev.campanile.rendering.Contents.sms;
import static dev.campanile.rendering.Contents.subject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Reason;
import dev.campanile.rendering.RenderResult.Ready;
import dev.campanile.rendering.RenderResult.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateSafetyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% include 'FILE' %}",
        "{% include path %}",
        "{% include_relative FILE %}",
        "a {% if false %}{% include 'FILE' %}{% endif %}"
      })
  void readsNoFile(String template, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret.liquid"), "the secret");

    assertThat(
            render(
                sms(template.replace("FILE", file.toString())),
                SMS,
                Map.of("path", file.toString())))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TEMPLATE_ERROR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% for i in (1..1000000000) %}{% endfor %}",
        "{% for i in (1..5000) %}{% for j in (1..5000) %}{% endfor %}{% endfor %}",
        "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..99) %}{% assign s = s | append: s %}{% endfor %}",
        "{% assign s = 'xxxxxxxxxx' %}{% for i in (1..9) %}{% assign s = s | replace: 'x', s %}{% endfor %}",
        "{% assign n = 99.9 %}{% for i in (1..999) %}{% assign n = n | times: n %}{% endfor %}",
        "{% assign a = 'a,b' | split: ',' %}{% for i in (1..99) %}{% assign a = a | concat: a %}{% endfor %}",
        "{% for i in (1..9999) %}{{ big }}{% endfor %}",
        "{{ big | split: '' | join: big }}",
        "{% tablerow i in (1..3) %}{% endtablerow %}",
      })
  void staysWithinItsLimits(String template) {
    var refused =
        org.junit.jupiter.api.Assertions.assertTimeout(
            Duration.ofSeconds(10),
            () -> render(sms(template + "x"), SMS, Map.of("big", "b".repeat(10_000))));

    assertThat(refused)
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Reason.TEMPLATE_ERROR));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<p>{{ x }}</p>, <p>&lt;b&gt; &amp; &quot;&#39;</p>",
        "<p title=\"{{ x }}\">, <p title=\"&lt;b&gt; &amp; &quot;&#39;\">",
        "<p>{{ x | downcase | strip }}</p>, <p>&lt;b&gt; &amp; &quot;&#39;</p>",
        "<p>{{ x | escape }}</p>, <p>&lt;b&gt; &amp; &quot;&#39;</p>",
        "{% capture c %}<i>{{ x }}</i>{% endcapture %}{{ c }}, <i>&lt;b&gt; &amp; &quot;&#39;</i>",
        "{% assign y = x %}{{ y }}, &lt;b&gt; &amp; &quot;&#39;",
        "{% if true %}{{ x }}{% endif %}, &lt;b&gt; &amp; &quot;&#39;",
        "<a href=\"https://s.example/o/{{ x }}\">, <a href=\"https://s.example/o/%3Cb%3E%20%26%20%22%27\">",
        "<a href='https://s.example/?q={{ x | url_encode }}'>, <a href='https://s.example/?q=%3Cb%3E%20%26%20%22%27'>",
        "<!--[if mso]><v:rect href=\"https://s.example/{{ x }}\"><![endif]-->, <!--[if mso]><v:rect href=\"https://s.example/%3Cb%3E%20%26%20%22%27\"><![endif]-->",
        "<head><style>p { }</style></head><b>{{ x }}</b>, <head><style>p { }</style></head><b>&lt;b&gt; &amp; &quot;&#39;</b>",
        "<!-- a > b --><i>{{ x }}</i>, <!-- a > b --><i>&lt;b&gt; &amp; &quot;&#39;</i>",
        "<!--[if !mso]><!--><b>{{ x }}</b><!--<![endif]-->, <!--[if !mso]><!--><b>&lt;b&gt; &amp; &quot;&#39;</b><!--<![endif]-->",
      })
  void escapesEveryValueForItsPlaceInTheHtml(String template, String expected) {
    assertThat(rendered(html(template), EMAIL, Map.of("x", "<b> & \"'"))).isEqualTo(expected);
  }

  @Test
  void filtersCannotTurnAValueIntoMarkup() {
    assertThat(rendered(html("{{ x | url_decode }}"), EMAIL, Map.of("x", "%3Cscript%3E")))
        .isEqualTo("&lt;script&gt;");
    assertThat(
            rendered(
                html("{% for c in x %}{{ c }}{% endfor %}"),
                EMAIL,
                Map.of("x", java.util.List.of("<i>", "</i>"))))
        .isEqualTo("&lt;i&gt;&lt;/i&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href=\"{{ x }}\">",
        "<a HREF = ' {{ x }}'>",
        "<a href={{ x }}>",
        "<p onclick=\"{{ x }}\">",
        "<script>{{ x }}</script>",
        "<p {{ x }}>",
        "<p style=\"color: {{ x }}\">",
        "<style>p { color: {{ x }} }</style>",
        "<img alt=\"a > b\" src=\"{{ x }}\">",
        "<a href=\"{% if true %}{{ x }}{% endif %}\">",
        "{% capture c %}<a href=\"{% endcapture %}{{ c }}{{ x }}\">",
      })
  void refusesAScriptWhereverItMightRun(String template) {
    assertThat(render(html(template), EMAIL, Map.of("x", "javascript:alert(1)")))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.TEMPLATE_ERROR));
  }

  @Test
  void takesAWholeLinkAndAColourFromVariables() {
    assertThat(
            rendered(
                html("<a style=\"color:{{ c }}\" href=\"{{ u }}\">{{ unsubscribeUrl }}</a>"),
                EMAIL,
                Map.of("c", "#0b6e4f", "u", "https://s.example/?a=1&b=2")))
        .isEqualTo(
            "<a style=\"color:#0b6e4f\" href=\"https://s.example/?a=1&amp;b=2\">"
                + Contents.LINKS.unsubscribeUrl()
                + "</a>");
  }

  @Test
  void keepsASubjectOnOneLine() {
    var result =
        render(subject("Hi {{ x }}"), EMAIL, Map.of("x", "Ana\r\nBcc: all@evil.example\u2028\0!"));

    assertThat(result)
        .isInstanceOfSatisfying(
            Ready.class,
            ready ->
                assertThat(((Body.Email) ready.body()).subject())
                    .isEqualTo("Hi Ana Bcc: all@evil.example !"));
  }

  @Test
  void leavesTextAlone() {
    assertThat(rendered(sms("{{ x }}"), SMS, Map.of("x", "Tom & \"Jerry\" <3")))
        .isEqualTo("Tom & \"Jerry\" <3");
  }

  @Test
  void showsNoInsidesOfAnObject() {
    assertThat(render(sms("{{ customer }}"), SMS, Map.of("customer", Map.of("phone", "+39"))))
        .isEqualTo(new Refused(Reason.TEMPLATE_ERROR, "customer has fields; name the one to show"));
  }

  @Test
  void takesNoObjectsOfOurs() {
    assertThat(render(sms("{{ x.class }}"), SMS, Map.of("x", java.util.Locale.ROOT)))
        .isInstanceOf(Refused.class);
  }

  @Test
  void fillsTheProvidersTemplateOutsideOfTheWindowOnly() {
    var content = Contents.chat("Ciao {{ name }}!", "{{ name }}", "{{ n }}");
    Map<String, Object> data = Map.of("name", "Ana\nMaria", "n", 7);

    assertThat(new Renderer().render(content, "en", CHAT, true, data, Contents.LINKS))
        .isEqualTo(new Ready(new Body.Chat("Ciao Ana\nMaria!", null)));
    assertThat(new Renderer().render(content, "en", CHAT, false, data, Contents.LINKS))
        .isEqualTo(
            new Ready(
                new Body.Chat("", new Body.Template("HX1", Map.of("1", "Ana Maria", "2", "7")))));
  }

  @Test
  void fillsTheProvidersTemplateInsideOfTheWindowTooWhereThereIsNoText() {
    assertThat(
            new Renderer()
                .render(
                    Contents.chatByTemplate("{{ name }}"),
                    "en",
                    CHAT,
                    true,
                    Map.of("name", "Ana"),
                    Contents.LINKS))
        .isEqualTo(new Ready(new Body.Chat("", new Body.Template("HX1", Map.of("1", "Ana")))));
  }
}
