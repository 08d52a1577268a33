package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.local.terminal.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {
  private final Terminal silent =
      new Terminal(new PrintStream(OutputStream.nullOutputStream()), false, false, 80);

  @TempDir Path root = Path.of("");
  private Folders folders = Folders.ofUp(root);

  @BeforeEach
  void prepare() {
    folders = Folders.ofUp(root);
    folders.prepare();
  }

  @Test
  void remembersWhatItStarted() {
    var us = RunningProcess.of("platform", ProcessHandle.current());
    stackOf(us).asComplete().write(folders);

    var read = RunningStack.read(folders).orElseThrow();

    assertThat(read.allAlive()).isTrue();
    assertThat(read.processes()).containsExactly(us);
    assertThat(read.url(Port.PROFILE)).isEqualTo("http://127.0.0.1:28081");
  }

  @Test
  void aStrangerWithTheSameIdIsNotOurs() {
    var stranger =
        new RunningProcess(
            "platform", ProcessHandle.current().pid(), Instant.parse("2020-01-01T00:00:00Z"));

    assertThat(stranger.alive()).isFalse();
    stranger.stop(Duration.ofMillis(10));
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void stopsWhatItStartedAndForgetsIt() throws Exception {
    Process process = sleeper("sleep 300");
    var stack = stackOf(RunningProcess.of("gateway", process.toHandle()));
    stack.write(folders);

    new Stopping(silent).stop(stack, folders);

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(RunningStack.read(folders)).isEmpty();
  }

  @Test
  void endsAProcessThatDoesNotListen() throws Exception {
    Process process = sleeper("trap '' TERM; echo deaf; while :; do sleep 1; done");
    assertThat(process.inputReader().readLine()).isEqualTo("deaf");
    var deaf = RunningProcess.of("gateway", process.toHandle());

    deaf.stop(Duration.ofMillis(200));

    assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(deaf.alive()).isFalse();
  }

  @Test
  void isPartlyAliveWhenOneOfTwoEnded() throws Exception {
    Process ended = sleeper("exit 0");
    ended.waitFor();
    var stack =
        stackOf(
                RunningProcess.of("platform", ProcessHandle.current()),
                new RunningProcess("gateway", ended.pid(), Instant.EPOCH))
            .asComplete();

    assertThat(stack.anyAlive()).isTrue();
    assertThat(stack.allAlive()).isFalse();
  }

  @Test
  void aBrokenStateFileIsNamed() throws IOException {
    Files.writeString(folders.stateFile(), "{");

    assertThatThrownBy(() -> RunningStack.read(folders))
        .isInstanceOf(CannotContinue.class)
        .hasMessageContaining("state.json");
  }

  @Test
  void onlyOneLauncherAtATimeStartsThings() {
    try (StartLock _ = StartLock.take(folders)) {
      assertThatThrownBy(() -> StartLock.take(folders)).isInstanceOf(RuntimeException.class);
    }
  }

  private RunningStack stackOf(RunningProcess... processes) {
    return new RunningStack(
        "up", folders.home().toString(), Map.of("PROFILE", 28_081), List.of(processes), false);
  }

  private static Process sleeper(String script) throws IOException {
    return new ProcessBuilder("/bin/sh", "-c", script).start();
  }
}
