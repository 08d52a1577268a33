package dev.campanile.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.ContentVersion.Sms;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleChoiceTest {

  private static final Projections TEXT = new Projections(null, new Sms("x"), null);

  private static final ContentVersion CONTENT =
      Contents.content(
          "en", Map.of("en", TEXT, "it", TEXT, "it-CH", TEXT, "de-AT", TEXT, "de-DE", TEXT));

  @ParameterizedTest
  @CsvSource({
    "it-CH, it-CH",
    "it_CH, it-CH",
    "it-IT, it",
    "de-AT, de-AT",
    "de-CH, de-AT",
    "de, de-AT",
    "IT, it",
    "fr-FR, en",
    "nonsense-locale-x, en",
    "'', en"
  })
  void prefersTheExactLocaleThenTheLanguageThenTheDefault(String wanted, String chosen) {
    assertThat(LocaleChoice.of(CONTENT, wanted)).isEqualTo(chosen);
  }
}
