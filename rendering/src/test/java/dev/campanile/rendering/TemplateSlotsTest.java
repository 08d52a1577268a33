package dev.campanile.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateSlotsTest {

  @Test
  void fillsWhatHasAValueAndShowsWhatHasNone() {
    assertThat(
            TemplateSlots.filled("Ciao {{1}}, {{ 2 }} · {{3}}", Map.of("1", "A$1", "2", "{{1}}")))
        .isEqualTo("Ciao A$1, {{1}} · {{3}}");
  }

  @Test
  void namesTheFirst() {
    assertThat(TemplateSlots.first("Your {{ code }} is {{1}}")).contains("code");
    assertThat(TemplateSlots.first("Nothing {here}")).isEmpty();
  }
}
