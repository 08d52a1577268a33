package dev.campanile.testing.metrics;

import dev.campanile.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in {@code docs/operations.md}, whose tables stand under headings in bold. */
public final class PromisedMetrics {

  private static final Pattern NAME =
      Pattern.compile("^\\| `((?:campanile|kafka)_[a-z_]+)", Pattern.MULTILINE);

  private PromisedMetrics() {}

  /**
   * @param headings such as {@code How far behind?}
   */
  public static Set<String> under(String... headings) {
    String document = read();
    Set<String> names = new TreeSet<>();
    for (String heading : headings) {
      int begin = document.indexOf("**" + heading + "**");
      if (begin < 0) {
        throw new IllegalArgumentException("docs/operations.md has no heading " + heading);
      }
      Matcher name = NAME.matcher(table(document.substring(begin)));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    return names;
  }

  /** Up to the next heading of either kind. */
  private static String table(String text) {
    int end = text.length();
    for (String next : new String[] {"\n**", "\n## "}) {
      int at = text.indexOf(next);
      end = at < 0 ? end : Math.min(end, at);
    }
    return text.substring(0, end);
  }

  private static String read() {
    try {
      return Files.readString(RepositoryRoot.path().resolve("docs/operations.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
