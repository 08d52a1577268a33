package dev.campanile.local.services;

import dev.campanile.local.http.LocalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs, as the state file remembers it.
 *
 * @param command the launcher's command that started it
 * @param home the platform's own folder
 * @param processes in the order they were started
 * @param complete whether it came up; otherwise it is being started, or its start was cut off
 */
public record RunningStack(
    String command,
    String home,
    Map<String, Integer> ports,
    List<RunningProcess> processes,
    boolean complete) {

  public RunningStack {
    ports = Map.copyOf(ports);
    processes = List.copyOf(processes);
  }

  public static Optional<RunningStack> read(Folders folders) {
    try {
      String json = Files.readString(folders.stateFile());
      return Optional.of(LocalJson.read(json, RunningStack.class));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      throw new CannotContinue(
          "%s says what runs, and cannot be read: %s. If nothing of Campanile runs, remove it."
              .formatted(folders.stateFile(), e),
          e);
    }
  }

  void write(Folders folders) {
    Path file = folders.stateFile();
    Path next = file.resolveSibling("state.json.next");
    try {
      Files.write(next, LocalJson.bytes(this));
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CannotContinue("What runs could not be written to %s: %s.".formatted(file, e), e);
    }
  }

  static void forget(Folders folders) {
    try {
      Files.deleteIfExists(folders.stateFile());
    } catch (IOException e) {
      throw new CannotContinue("%s could not be removed: %s.".formatted(folders.stateFile(), e), e);
    }
  }

  RunningStack with(RunningProcess process) {
    List<RunningProcess> more = new ArrayList<>(processes);
    more.add(process);
    return new RunningStack(command, home, ports, more, complete);
  }

  RunningStack asComplete() {
    return new RunningStack(command, home, ports, processes, true);
  }

  public int port(Port port) {
    return ports.getOrDefault(port.name(), port.standard());
  }

  public String url(Port port) {
    return "http://127.0.0.1:" + port(port);
  }

  public boolean anyAlive() {
    return processes.stream().anyMatch(RunningProcess::alive);
  }

  public boolean allAlive() {
    return complete && processes.stream().allMatch(RunningProcess::alive);
  }
}
