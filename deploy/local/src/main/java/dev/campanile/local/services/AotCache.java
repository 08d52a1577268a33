package dev.campanile.local.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a service's Java has learnt about its classes (JEP 514). A run that learns writes it as it
 * ends, which takes some seconds more; later ones start from it in half the time. Java itself looks
 * whether it fits the jars, and does without if not.
 */
public record AotCache(Path file) {

  /** Among the files of a build, which the next build clears away; one for each version of Java. */
  static AotCache beside(Path jar) {
    return new AotCache(jar.resolveSibling("java-%s.aot".formatted(Runtime.version())));
  }

  /**
   * Options for the Java of a run.
   *
   * @param learning whether it makes the cache if there is none
   */
  public List<String> options(boolean learning) {
    if (Files.exists(file)) {
      return List.of("-XX:AOTCache=" + file);
    }
    return learning ? List.of("-XX:AOTCacheOutput=" + file) : List.of();
  }
}
