package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README asks a newcomer to paste, pasted. */
class ReadmeTest {

  private static final Pattern PASTEABLE = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyCommandToPasteWorksAfterTheDemo() throws Exception {
    try (Installation installation = Installation.start()) {
      Grocer grocer = new Grocer(installation).opens();
      grocer.imports(grocer.customersOfTheDemo());

      String output = paste(installation, commands(installation));

      assertThat(output).contains("\"campaign\":\"new-bakery\"").contains("\"trace\":{");
      JsonNode report = grocer.awaitAnswers("new-bakery");
      assertThat(report.at("/books/accepted").asInt()).isPositive();
    }
  }

  private static String commands(Installation installation) {
    StringBuilder commands =
        new StringBuilder("set -eu\ncurl() { command curl --fail-with-body \"$@\"; echo; }\n");
    Matcher block = PASTEABLE.matcher(Api.read(Installation.repository().resolve("README.md")));
    while (block.find()) {
      commands.append(block.group(1));
    }
    String pasted = commands.toString();
    for (Service service : Service.values()) {
      pasted =
          pasted
              .replace("http://127.0.0.1:" + localPort(service), installation.url(service))
              .replace("local-" + service.database() + "-key-0001", service.key());
    }
    return pasted;
  }

  private static int localPort(Service service) {
    return switch (service) {
      case PROFILE -> 18081;
      case CAMPAIGN -> 18082;
      case GATEWAY -> 18083;
    };
  }

  private static String paste(Installation installation, String commands)
      throws IOException, InterruptedException {
    Path output = installation.folder().resolve("pasted.txt");
    Process bash =
        new ProcessBuilder("bash", "-c", commands)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = bash.waitFor(60, TimeUnit.SECONDS);
    String said = Api.read(output);
    assertThat(ended).as(said).isTrue();
    assertThat(bash.exitValue()).as(said).isZero();
    return said;
  }
}
