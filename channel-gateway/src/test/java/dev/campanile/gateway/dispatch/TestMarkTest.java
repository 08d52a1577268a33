package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reason;
import dev.campanile.rendering.Body;
import dev.campanile.rendering.RenderResult.Ready;
import dev.campanile.rendering.RenderResult.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestMarkTest {

  private static final int LONGEST = 1_600;

  @Test
  void isBeforeTheText() {
    assertThat(marked(new Body.Sms("Hello"))).isEqualTo(new Body.Sms("[Test] Hello"));
    assertThat(marked(new Body.Chat("Hello", null))).isEqualTo(new Body.Chat("[Test] Hello", null));
  }

  @Test
  void isInTheFirstVariableOfATemplatesText() {
    var filled = new Body.Template("HX1", Map.of("1", "BD-7", "2", "Ana", "3", "x"));

    assertThat(TestMark.on(new Body.Chat("", filled), template("Ciao {{2}}, {{3}}")))
        .isEqualTo(
            new Ready(
                new Body.Chat(
                    "",
                    new Body.Template("HX1", Map.of("1", "BD-7", "2", "[Test] Ana", "3", "x")))));
  }

  @Test
  void aTemplateThatCannotBeMarkedIsNotSentAsATest() {
    var filled = new Body.Chat("", new Body.Template("HX1", Map.of()));

    assertThat(TestMark.on(filled, template("Nothing to fill")))
        .isInstanceOfSatisfying(
            Refused.class, no -> assertThat(no.reason()).isEqualTo(Reason.TEMPLATE_ERROR));
    assertThat(TestMark.on(filled, null)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_593, 1_594, 1_599, 1_600})
  void neverMakesATextLongerThanTheProviderTakes(int length) {
    String marked = sms("x".repeat(length));

    assertThat(marked).hasSizeLessThanOrEqualTo(LONGEST).startsWith("[Test] xxx");
    assertThat(marked.endsWith("...")).isEqualTo(length + 7 > LONGEST);
  }

  @Test
  void cutsNoCharacterInHalf() {
    for (int before = 0; before < 4; before++) {
      String marked = sms("x".repeat(before) + "\uD83C\uDF4B".repeat((LONGEST - before) / 2));

      assertThat(marked.codePoints()).noneMatch(TestMarkTest::isHalf);
    }
  }

  private static String sms(String text) {
    return ((Body.Sms) marked(new Body.Sms(text))).text();
  }

  private static Body marked(Body body) {
    return ((Ready) TestMark.on(body, null)).body();
  }

  private static ProviderTemplate template(String body) {
    return new ProviderTemplate("HX1", true, "approved", body, List.of(), Instant.EPOCH);
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
