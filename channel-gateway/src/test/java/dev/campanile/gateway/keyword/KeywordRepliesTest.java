package dev.campanile.gateway.keyword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeywordRepliesTest {

  private final KeywordReplies replies = new KeywordReplies();
  private final Keywords keywords = new Keywords();

  @Test
  void answersInTheLanguageItWasWrittenIn() {
    assertThat(replies.to(keywords.interpret("abmelden"), "it").stopped()).contains("START machen");
    assertThat(replies.to(keywords.interpret("désabonner"), null).stopped()).contains("Répondez");
  }

  @Test
  void answersWordsThatEverybodyKnowsInTheCustomersLanguage() {
    assertThat(replies.to(keywords.interpret("STOP"), "it-IT").stopped()).contains("Rispondi");
    assertThat(replies.to(keywords.interpret("HELP"), "nn").help()).contains("Svar STOP");
    assertThat(replies.to(keywords.interpret("STOP"), "xx").stopped()).contains("Reply START");
    assertThat(replies.to(keywords.interpret("STOP"), null).stopped()).contains("Reply START");
  }

  /** What we ask to be answered must be understood when it is. */
  @ParameterizedTest
  @MethodSource("all")
  void namesWordsThatAreUnderstood(ReplyTexts texts) {
    assertThat(texts.stopped()).contains("START");
    assertThat(texts.asked()).contains("START");
    assertThat(texts.started()).contains("STOP");
    assertThat(texts.help()).contains("STOP").contains("START");
    assertThat(keywords.interpret("STOP")).isInstanceOf(Intent.Stop.class);
    assertThat(keywords.interpret("START")).isInstanceOf(Intent.Start.class);
  }

  static Stream<ReplyTexts> all() {
    return WordList.all().stream().map(WordList::replies);
  }
}
