package dev.campanile.local.postgres;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the server's programs are unpacked, once for all platforms of a user. */
final class UnpackedBinaries {

  private UnpackedBinaries() {}

  /**
   * A folder of the user's cache that nobody else can enter: the library lets everyone write into
   * the folder it is given, and what is in it will be run. Without a cache, beside the data.
   */
  static Path folder(Path dataFolder) throws IOException {
    try {
      return privateFolder(cache().resolve("campanile"));
    } catch (IOException e) {
      return privateFolder(dataFolder.resolveSibling(dataFolder.getFileName() + "-programs"));
    }
  }

  private static Path cache() {
    String home = System.getProperty("user.home");
    return Path.of(
        requireNonNullElse(System.getenv("XDG_CACHE_HOME"), Path.of(home, ".cache").toString()));
  }

  private static Path privateFolder(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return Files.createDirectories(folder.resolve("postgres"));
  }
}
