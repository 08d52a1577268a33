package dev.campanile.gateway.keyword;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeywordsPropertiesTest {

  private final Keywords keywords = new Keywords();

  @Property
  void neverFails(@ForAll String text) {
    assertThatCode(() -> keywords.interpret(text)).doesNotThrowAnyException();
  }

  @Property
  void hearsAStopThroughCasePunctuationAndSpace(
      @ForAll("stops") String stop, @ForAll("noise") String before, @ForAll("noise") String after) {
    assertThat(keywords.interpret(before + stop + after)).isEqualTo(keywords.interpret(stop));
    assertThat(keywords.interpret(stop)).isInstanceOf(Intent.Stop.class);
  }

  @Property
  void meansTheSameInCapitals(@ForAll("sentences") String sentence) {
    assertThat(keywords.interpret(sentence.toUpperCase(Locale.ROOT)))
        .isEqualTo(keywords.interpret(sentence));
  }

  @Provide
  Arbitrary<String> stops() {
    return Arbitraries.of(
        "STOP",
        "stop",
        "Stop",
        "stopall",
        "Stop All",
        "opt out",
        "OPT-OUT",
        "Unsubscribe",
        "baja",
        "disiscrivi",
        "désabonner",
        "désinscrire",
        "abmelden",
        "afmelden",
        "koniec",
        "sair");
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings().withChars(" .,;:!?-_*\"'()…\n\t\u200b\u00a0").ofMaxLength(6);
  }

  @Provide
  Arbitrary<String> sentences() {
    return Arbitraries.of(
            "please", "stop", "texting", "me", "bus", "the", "no", "more", "sms", "help")
        .list()
        .ofMaxSize(6)
        .map(words -> String.join(" ", words));
  }
}
