package dev.campanile.local.services;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a platform keeps its files.
 *
 * @param root the repository
 * @param home the platform's own folder under {@code target}
 */
public record Folders(Path root, Path home) {

  /** Those of {@code up}, which keeps its data. */
  public static Folders ofUp(Path root) {
    return new Folders(root, root.resolve("target/local"));
  }

  /** Those of {@code demo}, which begins with nothing. */
  public static Folders ofDemo(Path root) {
    return new Folders(root, root.resolve("target/demo"));
  }

  public Path data() {
    return home.resolve("data");
  }

  public Path logs() {
    return home.resolve("logs");
  }

  Path readyFile() {
    return home.resolve("platform.json");
  }

  /** One for both, so that {@code down} finds whatever runs. */
  Path stateFile() {
    return root.resolve("target/local/state.json");
  }

  /** Makes the folders where it is remembered what runs; changes nothing of what does. */
  public void makeReachable() {
    try {
      Files.createDirectories(stateFile().getParent());
      Files.createDirectories(home);
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  /** Makes the folders of what is about to be started, without last time's logs. */
  public void prepare() {
    try {
      makeReachable();
      remove(logs());
      Files.createDirectories(logs());
      Files.createDirectories(data());
    } catch (IOException e) {
      throw notWritable(e);
    }
  }

  private CannotContinue notWritable(IOException e) {
    return new CannotContinue(
        "Campanile keeps its data and logs in %s, and could not write there: %s. Change the folder's owner or rights."
            .formatted(home, e),
        e);
  }

  public void removeData() {
    try {
      remove(data());
    } catch (IOException e) {
      throw new CannotContinue("The data in %s could not be removed: %s.".formatted(data(), e), e);
    }
  }

  private static void remove(Path folder) throws IOException {
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
