package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import dev.campanile.local.services.CannotContinue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the demo sends, as it stands in the repository: the same files one can send by hand. */
final class DemoFiles {
  private final Path folder;

  DemoFiles(Path root) {
    this.folder = root.resolve("deploy/local/demo");
  }

  String customers() {
    return text("customers.csv");
  }

  JsonNode brand(String key) {
    return json("brands/" + key + ".json");
  }

  JsonNode content(String key) {
    return json("contents/" + key + ".json");
  }

  JsonNode segment(String key) {
    return json("segments/" + key + ".json");
  }

  JsonNode campaign(String key) {
    return json("campaigns/" + key + ".json");
  }

  JsonNode chatTemplates() {
    return json("chat-templates.json");
  }

  private JsonNode json(String file) {
    return LocalJson.read(text(file), JsonNode.class);
  }

  private String text(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new CannotContinue(
          "%s belongs to the demo and cannot be read: %s.".formatted(folder.resolve(file), e), e);
    }
  }
}
