package dev.campanile.local.platform;

import dev.campanile.local.http.LocalJson;
import dev.campanile.local.postgres.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is, once it is up. It exists only while the platform runs.
 *
 * @param postgres null when it runs elsewhere, like all the others
 */
record ReadyFile(
    long pid,
    @Nullable Postgres postgres,
    @Nullable Kafka kafka,
    @Nullable Smtp smtp,
    @Nullable Twilio twilio,
    @Nullable Simulators simulators) {

  record Postgres(int port, Map<String, ServiceDatabase> databases) {}

  record Kafka(String bootstrapServers) {}

  record Smtp(String host, int port) {}

  record Twilio(String baseUrl, String accountSid, String authToken) {}

  record Simulators(String baseUrl) {}

  /** Says so before anything is started, and removes one that a sudden death left. */
  static void prepare(Path file) throws PlatformProblem {
    try {
      Files.createDirectories(folderOf(file));
      Files.deleteIfExists(file);
      Files.write(partOf(file), new byte[0]);
      Files.delete(partOf(file));
    } catch (IOException e) {
      throw new PlatformProblem(
          "The ready file %s cannot be written: give yourself the permission, or name another."
              .formatted(file),
          e);
    }
  }

  /** In one step: whoever waits for the file never reads half of it. */
  void write(Path file) throws IOException {
    Files.write(partOf(file), LocalJson.bytes(this));
    Files.move(
        partOf(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path partOf(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  private static Path folderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + file);
    }
    return folder;
  }
}
