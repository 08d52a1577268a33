package dev.campanile.benchmarks.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which sources were measured.
 *
 * @param changed whether files differed from the commit
 */
public record Commit(String id, boolean changed) {

  public static Commit of(Path root) {
    return new Commit(
        git(root, "rev-parse", "--short=12", "HEAD").strip(),
        !git(root, "status", "--porcelain", "--untracked-files=no").isBlank());
  }

  /** Nothing where there is no repository, as in an unpacked archive. */
  private static String git(Path root, String... command) {
    List<String> words = new ArrayList<>(List.of("git", "-C", root.toString()));
    words.addAll(List.of(command));
    try {
      Process process =
          new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? said : "";
    } catch (IOException _) {
      return "";
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
