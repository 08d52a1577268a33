package dev.campanile.gateway.render;

import static dev.campanile.contracts.Channel.EMAIL;
import static dev.campanile.gateway.render.Contents.html;
import static dev.campanile.gateway.render.Contents.rendered;
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
