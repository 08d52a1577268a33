package dev.campanile.rendering;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.rendering.Contents.html;
import static dev.campanile.rendering.Contents.rendered;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class EscapingPropertiesTest {

  @Property(tries = 300)
  void noValueEverAddsATagOrAQuote(@ForAll String value) {
    var rendered = rendered(html("<p title=\"{{ x }}\">{{ x }}</p>"), EMAIL, Map.of("x", value));

    assertThat(rendered.toString().chars().filter(c -> c == '<').count()).isEqualTo(2);
    assertThat(rendered.toString().chars().filter(c -> c == '"').count()).isEqualTo(2);
  }
}
