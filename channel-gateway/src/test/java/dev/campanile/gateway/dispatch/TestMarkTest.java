package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.rendering.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestMarkTest {

  private static final int LONGEST = 1_600;

  @Test
  void isBeforeTheText() {
    assertThat(TestMark.on(new Body.Sms("Hello"))).isEqualTo(new Body.Sms("[Test] Hello"));
    assertThat(TestMark.on(new Body.Chat("Hello", null)))
        .isEqualTo(new Body.Chat("[Test] Hello", null));
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
    return ((Body.Sms) TestMark.on(new Body.Sms(text))).text();
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
