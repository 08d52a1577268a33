package dev.campanile.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TableTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final Terminal plain =
      new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), false, false, 80);

  @Test
  void alignsNumbersToTheRightAndWordsToTheLeft() {
    var table =
        new Table("", "delivery", "offer")
            .row("planned", "303", "1,000")
            .rule()
            .total("all", "3", "12");

    assertThat(table.lines(plain))
        .containsExactly(
            "          delivery   offer",
            "──────────────────────────",
            "planned        303   1,000",
            "──────────────────────────",
            "all              3      12");
  }

  @Test
  void fillsTheBarAsFarAsTheCountWent() {
    assertThat(Bar.drawn(0, 10)).doesNotContain("█");
    assertThat(Bar.drawn(5, 10)).startsWith("█".repeat(14)).endsWith("░".repeat(14));
    assertThat(Bar.drawn(12, 10)).doesNotContain("░");
  }

  @Test
  void writesPlainLinesWhereLinesCannotBeWrittenOver() {
    try (Bar bar = new Bar(plain, "sending")) {
      for (int count = 0; count <= 100; count++) {
        bar.show(count, 100, "");
      }
    }

    assertThat(written.toString(StandardCharsets.UTF_8))
        .doesNotContain("\u001b")
        .doesNotContain("\r")
        .containsSubsequence("20 of 100", "40 of 100", "100 of 100")
        .satisfies(text -> assertThat(text.lines()).hasSize(5));
  }

  @Test
  void usesNoColoursWhereNoneAreWanted() {
    assertThat(plain.styled(Style.RED, "no")).isEqualTo("no");
  }
}
