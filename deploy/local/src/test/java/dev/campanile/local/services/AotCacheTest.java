package dev.campanile.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final String MAIN = "jdk.jfr.internal.tool.Main";

  @TempDir Path folder = Path.of("");

  @Test
  void aRunThatLearnsMakesItAndTheNextStartsFromIt() throws Exception {
    AotCache cache = AotCache.beside(folder.resolve("program.jar"));

    assertThat(cache.options(false)).isEmpty();
    run(cache.options(true));

    assertThat(Files.list(folder)).containsExactly(cache.file());
    assertThat(run(cache.options(false))).contains(MAIN + " source: shared objects file");
    assertThat(cache.options(true)).isEqualTo(cache.options(false));
  }

  @Test
  void whatIsNoCacheStopsNobody() throws Exception {
    AotCache cache = AotCache.beside(folder.resolve("program.jar"));
    Files.writeString(cache.file(), "not a cache");

    assertThat(run(cache.options(true))).contains(MAIN + " source: jrt:/");
  }

  /** The smallest program there is: the class loader's lines say where its classes came from. */
  private static String run(List<String> options) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Stream.of(
                        Stream.of(JAVA.toString(), "-Xlog:class+load"),
                        options.stream(),
                        Stream.of("-m", "jdk.jfr/" + MAIN, "version"))
                    .flatMap(s -> s)
                    .toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
