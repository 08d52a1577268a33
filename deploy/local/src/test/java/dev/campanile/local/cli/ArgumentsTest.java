package dev.campanile.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void tellsFlagsFromWords() {
    var arguments = Arguments.parse("logs", List.of("gateway", "-f"), Set.of("-f"), true);

    assertThat(arguments.word()).contains("gateway");
    assertThat(arguments.has("-f")).isTrue();
  }

  @Test
  void namesAnOptionItDoesNotKnowAndWhereToLook() {
    assertThatThrownBy(() -> Arguments.parse("demo", List.of("--kept"), Set.of("--keep"), false))
        .isInstanceOf(WrongUsage.class)
        .hasMessage("./campanile demo has no option --kept. See ./campanile help demo.");
  }

  @Test
  void refusesAWordWhereNoneBelongs() {
    assertThatThrownBy(() -> Arguments.parse("up", List.of("gateway"), Set.of(), false))
        .hasMessageContaining("does not understand \"gateway\"");
    assertThatThrownBy(() -> Arguments.parse("logs", List.of("a", "b"), Set.of(), true))
        .hasMessageContaining("\"b\"");
  }
}
