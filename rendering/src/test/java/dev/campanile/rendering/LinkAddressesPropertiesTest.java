package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class LinkAddressesPropertiesTest {

  private final Renderer renderer = new Renderer();
  private final ContentVersion content =
      Contents.linked(
          new Projections(
              new Email("x", "<a href=\"{{ links.1 }}\">x</a>", "{{ links.1 }}"), null, null),
          new Link("1", "https://shop.example/{{ x }}/p?q={{ x }}&r=1#{{ x }}"));

  @Property(tries = 300)
  void noValueChangesTheHostThePathsDepthOrTheNumberOfParameters(
      @ForAll @StringLength(max = 100) String value) {
    Optional<String> address = renderer.destination(content, null, "1", Map.of("x", value));

    assertThat(address)
        .hasValueSatisfying(
            found -> {
              URI uri = URI.create(found);
              assertThat(uri.getHost()).isEqualTo("shop.example");
              assertThat(uri.getRawPath().split("/", -1)).hasSize(3);
              assertThat(uri.getRawQuery().split("&", -1)).hasSize(2);
              assertThat(found).isPrintable().doesNotContain(" ", "\"", "<");
            });
  }

  @Property(tries = 300)
  void noValueLeavesTheAttributeAndTheReaderGetsTheVeryAddress(
      @ForAll @StringLength(max = 100) String value) {
    var links = new Links("https://mail.example/u", true, null);

    var result = renderer.render(content, "en", EMAIL, true, Map.of("x", value), links);

    assertThat(result)
        .isInstanceOfSatisfying(
            RenderResult.Ready.class,
            ready -> {
              var mail = (Body.Email) ready.body();
              String html = mail.html().toString();
              assertThat(html.chars().filter(c -> c == '"').count()).isEqualTo(2);
              assertThat(html.chars().filter(c -> c == '<').count()).isEqualTo(2);
              String href = html.substring(9, html.indexOf('"', 9));
              assertThat(href.replace("&#39;", "'").replace("&amp;", "&"))
                  .isEqualTo(mail.text().toString());
            });
  }
}
