package dev.campanile.gateway.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordsTest {

  private static final Keywords KEYWORDS = new Keywords();

  @ParameterizedTest(name = "\"{0}\" is {1}")
  @CsvFileSource(resources = "replies.csv", numLinesToSkip = 1)
  void understandsWhatCustomersWrite(String text, String meaning) {
    assertThat(kind(KEYWORDS.interpret(text))).isEqualTo(meaning);
  }

  @ParameterizedTest
  @MethodSource("stopWords")
  void stopsAtEveryWordOfEveryListHoweverItIsWritten(String word) {
    assertThat(KEYWORDS.interpret(word)).isInstanceOf(Intent.Stop.class);
    assertThat(KEYWORDS.interpret("  " + word.toLowerCase(Locale.ROOT) + " !"))
        .isInstanceOf(Intent.Stop.class);
  }

  static Stream<String> stopWords() {
    return WordList.all().stream().flatMap(it -> it.stop().stream());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void suppressesAtEveryPhraseOfEveryList(String phrase) {
    assertThat(kind(KEYWORDS.interpret("xyz " + phrase + ", xyz!"))).isEqualTo("SoftStop");
  }

  static Stream<String> phrases() {
    return WordList.all().stream().flatMap(it -> it.softStop().stream());
  }

  @Test
  void saysWhichWordItHeard() {
    assertThat(KEYWORDS.interpret("désabonner")).isEqualTo(new Intent.Stop("DÉSABONNER"));
    assertThat(KEYWORDS.interpret("Please stop texting me"))
        .isEqualTo(new Intent.SoftStop("stop texting"));
    assertThat(KEYWORDS.interpret("s-t-o-p")).isEqualTo(new Intent.Stop("STOP"));
  }

  private static String kind(Intent intent) {
    return intent.getClass().getSimpleName();
  }
}
