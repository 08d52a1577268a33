package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessStartTest {
  @TempDir Path folder = Path.of("");

  @Test
  void keepsTheOutputAndGoesOnAfterCtrlC() throws Exception {
    var start = start("echo begun; kill -INT $$; kill -HUP $$; echo \"$GREETING\"");

    Process process = start.run(folder);

    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readAllLines(start.log())).containsExactly("begun", "buongiorno");
  }

  @Test
  void saysWhatAProcessLastSaidBeforeItEnded() {
    var start = start("echo 'no such database'; exit 1");
    Process process = start.run(folder);

    assertThatThrownBy(() -> new Readiness().await(start, process, () -> false))
        .isInstanceOf(CannotContinue.class)
        .hasMessageContaining("platform ended while it was starting")
        .hasMessageContaining("no such database");
  }

  private ProcessStart start(String script) {
    return new ProcessStart(
        "platform",
        List.of("/bin/sh", "-c", script),
        Map.of("GREETING", "buongiorno"),
        folder.resolve("platform.log"));
  }
}
