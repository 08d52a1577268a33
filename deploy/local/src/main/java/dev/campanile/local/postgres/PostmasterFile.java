package dev.campanile.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which a running server notes its process id. */
final class PostmasterFile {
  private final Path dataDirectory;
  private final Path file;

  PostmasterFile(Path dataDirectory) {
    this.dataDirectory = dataDirectory;
    file = dataDirectory.resolve("postmaster.pid");
  }

  Path path() {
    return file;
  }

  /** The server's process, when one still runs. */
  Optional<ProcessHandle> server() throws IOException {
    return pid().flatMap(ProcessHandle::of).filter(this::servesThisData);
  }

  /** The file of a server that is gone would keep a new one from starting if its id was reused. */
  void deleteIfStale() throws IOException {
    if (server().isEmpty()) {
      Files.deleteIfExists(file);
    }
  }

  private Optional<Long> pid() throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.get(0).strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** An id may be another process's by now, even another server's. */
  private boolean servesThisData(ProcessHandle process) {
    ProcessHandle.Info info = process.info();
    return process.isAlive()
        && info.command().filter(path -> path.endsWith("postgres")).isPresent()
        && info.commandLine().filter(line -> line.contains(dataDirectory.toString())).isPresent();
  }
}
