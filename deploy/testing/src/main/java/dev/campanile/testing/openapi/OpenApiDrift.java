package dev.campanile.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.campanile.testing.Management;
import dev.campanile.testing.RepositoryRoot;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/openapi/<service>.yaml} to what the service says of itself. A service's test
 * extends it; {@code -Dopenapi.write=true} writes the document instead.
 */
public abstract class OpenApiDrift {

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource(value = "/openapi", management = true)
  URI openApi;

  @Test
  void theCommittedDocumentIsWhatTheServiceSays() throws IOException {
    OpenApiDocument document = OpenApiDocument.parse(fetched());
    String service = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    Path committed = RepositoryRoot.path().resolve("docs/openapi/" + service + ".yaml");
    if (Boolean.getBoolean("openapi.write")) {
      Files.createDirectories(committed.getParent());
      Files.writeString(committed, document.canonical());
    }

    assertTrue(Files.exists(committed), () -> "write " + committed + " with -Dopenapi.write=true");
    assertEquals(
        Files.readString(committed),
        document.canonical(),
        () -> committed + " has drifted; look at the difference, then -Dopenapi.write=true");
  }

  /** A summary says what an operation is for; without one a list of endpoints is a list of URLs. */
  @Test
  void everyOperationSaysWhatItIsFor() {
    var silent =
        OpenApiDocument.parse(fetched()).operations().stream()
            .filter(operation -> operation.node().path("summary").asText("").isBlank())
            .map(OpenApiOperation::name)
            .toList();

    assertTrue(silent.isEmpty(), () -> "without @Operation(summary): " + silent);
  }

  private String fetched() {
    return Management.read(URI.create(openApi + "?format=json"));
  }
}
