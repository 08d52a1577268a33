package dev.campanile.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void showsWhatWasAddedSinceAndOnlyWholeLines() throws IOException {
    Path file = Files.writeString(folder.resolve("gateway.log"), "one\ntwo\nthr");
    LogFile log = new LogFile("gateway", file);

    assertThat(log.next()).containsExactly("one", "two");
    Files.writeString(file, "ee\n", StandardOpenOption.APPEND);
    assertThat(log.next()).containsExactly("three");
    assertThat(log.next()).isEmpty();
  }

  @Test
  void beginsNearTheEndOfALongLog() throws IOException {
    Path file = Files.writeString(folder.resolve("long.log"), "0123456789\n".repeat(10_000));

    assertThat(new LogFile("long", file).next())
        .hasSizeBetween(1_000, 1_500)
        .containsOnly("0123456789");
  }

  @Test
  void aLogThatIsNotThereYetSaysNothing() throws IOException {
    assertThat(new LogFile("none", folder.resolve("none.log")).next()).isEmpty();
  }
}
