package dev.campanile.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

  private static final long VERSION = 2;

  @ParameterizedTest
  @ValueSource(strings = {"*", "\"2\"", "\"1\", \"2\"", "\"2\",\"1\"", "W/\"1\"\t, \"2\" ,"})
  void aWriteGoesOnWhenAnyOfTheTagsIsTheCurrentOne(String ifMatch) {
    assertThatCode(() -> change(ifMatch)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",",
        "2",
        "\"1\"",
        "\"12\"",
        "\"1\", \"3\"",
        "W/\"2\"",
        "W/\"2\", \"1\"",
        "\"1\", *"
      })
  void aWriteIsRefusedWhenNoneOfTheTagsIs(String ifMatch) {
    assertThatThrownBy(() -> change(ifMatch))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("PRECONDITION_FAILED"));
  }

  @Test
  void aChangeNeedsATag() {
    assertThatThrownBy(() -> change(null)).hasMessageContaining("If-Match: \"2\"");
  }

  private static void change(@Nullable String ifMatch) {
    Precondition.check(VERSION, true, ifMatch, null);
  }
}
