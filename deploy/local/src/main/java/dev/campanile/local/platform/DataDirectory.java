package dev.campanile.local.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of all the platform keeps, used by one platform at a time. */
final class DataDirectory implements AutoCloseable {
  private final Path folder;
  private final FileChannel lockFile;

  private DataDirectory(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /** Makes the folder if need be and claims it. */
  static DataDirectory claim(Path folder) throws PlatformProblem {
    try {
      Files.createDirectories(folder.resolve("logs"));
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("platform.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      // Held until the channel is closed or the process ends, however it ends.
      @Nullable FileLock lock = lockFile.tryLock();
      if (lock == null) {
        lockFile.close();
        throw new PlatformProblem("Another platform already runs on the data in " + folder + ".");
      }
      return new DataDirectory(folder, lockFile);
    } catch (IOException e) {
      throw new PlatformProblem(
          "The folder %s cannot be written: give yourself the permission, or choose another."
              .formatted(folder),
          e);
    }
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  Path postgresLog() {
    return folder.resolve("logs").resolve("postgres.log");
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path platformLog() {
    return folder.resolve("logs").resolve("platform.log");
  }

  @Override
  public void close() throws IOException {
    lockFile.close();
  }
}
