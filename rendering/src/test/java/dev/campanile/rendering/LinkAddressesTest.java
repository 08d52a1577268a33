package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.contracts.Channel.SMS;
import static dev.campanile.rendering.Contents.linked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import dev.campanile.contracts.Reason;
import dev.campanile.rendering.RenderResult.Ready;
import dev.campanile.rendering.RenderResult.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressesTest {

  private static final Link OFFER = new Link("1", "https://shop.example/o?a=1&b={{ x }}");

  private final Renderer renderer = new Renderer();

  @Test
  void withoutTrackingALinkLeadsStraightToItsDestination() {
    assertThat(html("<a href=\"{{ links.1 }}\">", null, Map.of("x", "à & b"), OFFER))
        .isEqualTo("<a href=\"https://shop.example/o?a=1&amp;b=%C3%A0%20%26%20b\">");
    assertThat(sms("See {{ links.1 }}", Map.of("x", "à & b"), OFFER))
        .isEqualTo("See https://shop.example/o?a=1&b=%C3%A0%20%26%20b");
  }

  @Test
  void withTrackingItLeadsToTheClick() {
    assertThat(html("<a href='{{ links.1 }}'>", new OnlyClicks(), Map.of("x", "y"), OFFER))
        .isEqualTo("<a href='https://t.example/c/1?k&amp;v'>");
  }

  @Test
  void aLinkThatTheTextDoesNotUseIsNotEvenRendered() {
    var tracked = new Tracked();

    html(
        "<a href=\"{{ links.1 }}\">{{ links.1 }}</a>",
        tracked,
        Map.of("x", "y"),
        OFFER,
        new Link("2", "https://shop.example/{{ missing }}"),
        new Link("3", "{{ wrong"));

    assertThat(tracked.clicks).containsExactly("1");
  }

  @Test
  void whatTheDestinationLacksStopsTheMessageBeforeAnybodyClicks() {
    assertThat(render("{{ links.1 }}", new Tracked(), Map.of(), OFFER))
        .isEqualTo(new Refused(Reason.TEMPLATE_MISSING_VARIABLE, "x"));
    assertThat(render("{{ links.7 }}", new Tracked(), Map.of(), OFFER))
        .isEqualTo(new Refused(Reason.TEMPLATE_MISSING_VARIABLE, "links.7"));
    assertThat(render("{% if links.7 %}!{% endif %}x", null, Map.of(), OFFER))
        .isInstanceOf(Ready.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "{{ script }}",
        "data:text/html,x",
        "ftp://shop.example/x",
        "//shop.example/x",
        "/x",
        "",
        "https:",
        "https://",
        "https://shop.example@evil.example/",
        "https://{{ host }}.shop.example/",
        "{{ unsubscribeUrl }}/x",
      })
  void aDestinationIsAWebAddress(String url) {
    var data = Map.<String, Object>of("script", "javascript:alert(1)", "host", "evil.example/?x=");

    assertThat(render("{{ links.1 }}", new Tracked(), data, new Link("1", url)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "https://shop.example/a b|c?d=20%, https://shop.example/a%20b%7Cc?d=20%25",
        "https://shop.example/è, https://shop.example/%C3%A8",
        "https://shop.example/{{ x | url_encode }}, https://shop.example/%C3%A8%20%26",
        "{{ whole }}, https://other.example/?a=1&b=%202",
        "{{ whole }}&c={{ x }}, https://other.example/?a=1&b=%202&c=%C3%A8%20%26",
        "https://shop.example/{% if x %}{{ x }}{% endif %}, https://shop.example/%C3%A8%20%26",
        "HTTP://shop.example, HTTP://shop.example",
      })
  void takesAddressesAsAuthorsWriteThem(String url, String expected) {
    Map<String, Object> data = Map.of("x", "è &", "whole", "https://other.example/?a=1&b= 2");

    assertThat(sms("{{ links.go }}", data, new Link("go", url))).isEqualTo(expected);
  }

  @Test
  void aClickFindsTheAddressThatWasRendered() {
    ContentVersion content = content("{{ links.1 }}", OFFER);
    Map<String, Object> data = Map.of("x", "à & b");

    assertThat(renderer.destination(content, null, "1", data).map(Object.class::cast))
        .contains(sms("{{ links.1 }}", data, OFFER));
    assertThat(renderer.destination(content, "de", "1", Map.of())).isEmpty();
    assertThat(renderer.destination(content, "de", "2", data)).isEmpty();
  }

  @Test
  void dataCannotReplaceALink() {
    Map<String, Object> data = Map.of("links", Map.of("1", "https://evil.example"), "x", "y");

    assertThat(sms("{{ links.1 }}", data, OFFER)).isEqualTo("https://shop.example/o?a=1&b=y");
    assertThat(render("{{ links.1 }}", null, data)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "<BODY>x</BODY></html>, <BODY>x</BODY></html>, 7",
        "<p>x</p>, <p>x</p>, 8",
        "<body>a</body><p>b</body >, <body>a</body><p>b</body >, 18",
      })
  void aTrackedMailEndsWithThePixel(String html, String plain, int at) {
    String pixel = "<img src=\"https://t.example/o?k&amp;v\" width=\"1\" height=\"1\" alt=\"\">";

    assertThat(html(html, new Tracked(), Map.of()))
        .isEqualTo(plain.substring(0, at) + pixel + plain.substring(at));
    assertThat(html(html, null, Map.of())).isEqualTo(plain);
    assertThat(html(html, new OnlyClicks(), Map.of())).isEqualTo(plain);
  }

  private RenderResult render(
      String text, Links.@Nullable Tracking tracking, Map<String, Object> data, Link... links) {
    return render(SMS, text, tracking, data, links);
  }

  private RenderResult render(
      Channel channel,
      String text,
      Links.@Nullable Tracking tracking,
      Map<String, Object> data,
      Link... links) {
    return renderer.render(
        content(text, links),
        "en",
        channel,
        true,
        data,
        new Links("https://mail.example/u", true, tracking));
  }

  private static ContentVersion content(String text, Link... links) {
    return linked(new Projections(new Email("x", text, "x"), new Sms(text), null), links);
  }

  private Object sms(String text, Map<String, Object> data, Link... links) {
    return text(render(text, null, data, links));
  }

  private Object html(
      String text, Links.@Nullable Tracking tracking, Map<String, Object> data, Link... links) {
    return text(render(EMAIL, text, tracking, data, links));
  }

  private static Object text(RenderResult result) {
    return switch (result) {
      case Ready(Body.Email email) -> email.html().toString();
      case Ready(Body.Sms sms) -> sms.text();
      case Ready(Body.Chat chat) -> chat.text();
      case Refused refused -> refused;
    };
  }

  private static class Tracked implements Links.Tracking {

    private final List<String> clicks = new ArrayList<>();

    @Override
    public String click(String linkId) {
      clicks.add(linkId);
      return "https://t.example/c/" + linkId + "?k&v";
    }

    @Override
    public Optional<String> pixel() {
      return Optional.of("https://t.example/o?k&v");
    }
  }

  private static final class OnlyClicks extends Tracked {
    @Override
    public Optional<String> pixel() {
      return Optional.empty();
    }
  }
}
