package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Files that are shipped with the page. */
final class Resources {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private Resources() {}

  /** The names come from a URL: anything but a plain file name is not found. */
  static HttpAnswer answer(String folder, String name) throws IOException {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    if (type == null || !name.matches("[a-z0-9-]+\\.[a-z]+")) {
      return notFound(name);
    }
    try (InputStream file = Resources.class.getResourceAsStream(folder + "/" + name)) {
      return file == null
          ? notFound(name)
          : HttpAnswer.bytes(200, type, file.readAllBytes())
              .withHeader("X-Content-Type-Options", "nosniff")
              .withHeader("Cache-Control", "no-cache");
    }
  }

  static String text(String folder, String name) throws IOException {
    return new String(answer(folder, name).body(), StandardCharsets.UTF_8);
  }

  static HttpAnswer notFound(String what) {
    return HttpAnswer.json(
        404, Map.of("code", "NOT_FOUND", "detail", "There is nothing called " + what + "."));
  }
}
