package dev.campanile.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the server's files, and whether it was made completely. */
final class DataFolder {
  private static final String MAJOR_VERSION = "18";

  private final Path folder;
  private final Path beingMade;

  DataFolder(Path folder) {
    this.folder = folder;
    this.beingMade = folder.resolveSibling(folder.getFileName() + ".being-made");
  }

  /** Removes what a start that was cut short left behind; refuses files of another version. */
  void prepare() throws IOException {
    if (Files.exists(beingMade)) {
      deleteAll();
    }
    Path version = folder.resolve("PG_VERSION");
    if (Files.exists(version) && !Files.readString(version).strip().equals(MAJOR_VERSION)) {
      throw new IOException(
          "The data in %s is of PostgreSQL %s; this platform runs %s. Remove the folder."
              .formatted(folder, Files.readString(version).strip(), MAJOR_VERSION));
    }
    if (!Files.exists(version)) {
      Files.createDirectories(folder);
      Files.writeString(beingMade, "Removed when the database in " + folder + " is complete.\n");
    }
  }

  void complete() throws IOException {
    Files.deleteIfExists(beingMade);
  }

  private void deleteAll() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
