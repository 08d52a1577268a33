package dev.campanile.campaign.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiquidTextTest {

  @Test
  void tellsWhatIsSaidFromWhatIsLiquid() {
    var text = LiquidText.ofChecked("Hi 👋 {{ name | upcase }}{% if x > 1 %} <b> {% endif %}!");

    assertThat(text.map(said -> said.toUpperCase(Locale.ROOT), liquid -> liquid))
        .isEqualTo("HI 👋 {{ name | upcase }}{% if x > 1 %} <B> {% endif %}!");
    assertThat(text.variables()).containsExactly("name", "x");
  }

  @Test
  void encodesOnlyInsideUrls() {
    var text = LiquidText.ofChecked("{{ a }} https://x.example/{{ b }}?q={{ c | upcase }} {{ d }}");

    assertThat(text.withEncodedUrls())
        .isEqualTo(
            "{{ a }} https://x.example/{{ b | url_encode }}?q={{ c | upcase | url_encode }} {{ d }}");
  }

  @Test
  void encodesOnceWhatTheAuthorEncoded() {
    var text = LiquidText.ofChecked("https://x.example/{{- b | url_encode -}}");

    assertThat(text.withEncodedUrls()).isEqualTo("https://x.example/{{- b | url_encode -}}");
  }

  @Property(tries = 300)
  void keepsEveryTextThatHasNoLiquid(@ForAll @StringLength(max = 60) String plain) {
    String text = plain.replace("{", "").replace("%", "");

    assertThat(LiquidText.ofChecked(text).map(said -> said, liquid -> "LIQUID")).isEqualTo(text);
  }
}
