package dev.campanile.benchmarks.result;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.campanile.local.services.CannotContinue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code target/bench/<name>.json} for programs and {@code .md} for people. */
public final class ResultFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private ResultFiles() {}

  /** Returns the folder. */
  public static Path write(Path root, String name, Object result, List<String> markdown) {
    Path folder = root.resolve("target/bench");
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".json"), JSON.writeValueAsBytes(result));
      Files.write(folder.resolve(name + ".md"), markdown);
      return folder;
    } catch (IOException e) {
      throw new CannotContinue("The result could not be written to %s: %s".formatted(folder, e), e);
    }
  }
}
