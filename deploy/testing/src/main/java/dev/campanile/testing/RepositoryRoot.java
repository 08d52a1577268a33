package dev.campanile.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the repository: the nearest one above that has the launcher's module. */
public final class RepositoryRoot {

  private RepositoryRoot() {}

  public static Path path() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("deploy/local"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository");
  }
}
