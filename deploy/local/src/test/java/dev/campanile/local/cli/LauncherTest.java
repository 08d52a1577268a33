package dev.campanile.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell script itself, as far as it needs nothing built. */
class LauncherTest {
  @TempDir Path elsewhere = Path.of("");

  @Test
  void listsItsCommandsFromAnyFolder() throws Exception {
    Outcome outcome = campanile("--help");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.text())
        .contains("demo", "up", "down", "status", "logs", "test", "./campanile help <command>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "up", "down", "status", "logs", "test", "build", "screenshots", "help"})
  void explainsEachCommand(String command) throws Exception {
    assertThat(campanile("help", command).text()).startsWith("./campanile " + command);
    assertThat(campanile(command, "--help").text()).startsWith("./campanile " + command);
  }

  @Test
  void anUnknownCommandIsWrongUsage() throws Exception {
    Outcome outcome = campanile("dmeo");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.text()).contains("no command \"dmeo\"").contains("--help");
  }

  private Outcome campanile(String... arguments) throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("campanile.root", "../..")).resolve("campanile");
    List<String> command =
        new ArrayList<>(List.of("bash", script.toAbsolutePath().normalize().toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return new Outcome(process.exitValue(), text);
  }

  private record Outcome(int code, String text) {}
}
