package dev.campanile.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A headless Chromium with one page open, driven over its DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket page;
  private int asked;

  private Browser(Process process, Path profile, String url) throws Exception {
    this.process = process;
    Path ready = profile.resolve("DevToolsActivePort");
    Awaitility.await("Chromium").atMost(PATIENCE).until(() -> isWritten(ready));
    int port = Integer.parseInt(Files.readAllLines(ready).getFirst());
    this.page =
        http.newWebSocketBuilder()
            .buildAsync(opened(port, url), new Listener())
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /** The program, as whoever takes the README's pictures has it on the path. */
  static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * @param profile an empty folder
   */
  static Browser open(Path program, Path profile, String url) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--headless",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("browser.log").toFile())
            .start();
    try {
      return new Browser(process, profile, url);
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static boolean isWritten(Path file) throws IOException {
    return Files.exists(file) && Files.readAllLines(file).size() > 1;
  }

  /** Where a new page with the address is spoken to. */
  private URI opened(int port, String url) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?" + url))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    JsonNode tab = LocalJson.read(answer.body(), JsonNode.class);
    return URI.create(tab.get("webSocketDebuggerUrl").asText());
  }

  /** What a script comes to, as text. */
  String evaluate(String script) throws Exception {
    int id = ++asked;
    Map<String, Object> call =
        Map.of(
            "id",
            id,
            "method",
            "Runtime.evaluate",
            "params",
            Map.of("expression", script, "returnByValue", true));
    page.sendText(new String(LocalJson.bytes(call), StandardCharsets.UTF_8), true).join();
    while (true) {
      String text = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (text == null) {
        throw new IllegalStateException("Chromium does not answer");
      }
      JsonNode answer = LocalJson.read(text, JsonNode.class);
      if (answer.path("id").asInt() == id) {
        if (answer.at("/result/exceptionDetails").isObject()) {
          throw new IllegalStateException("the page failed: " + text);
        }
        return answer.at("/result/result/value").asText();
      }
    }
  }

  @Override
  public void close() {
    page.abort();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    http.close();
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        answers.add(text.toString());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
