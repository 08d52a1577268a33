package dev.campanile.testing.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.RepositoryRoot;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds every operation of a service to the scopes its document names: each lesser key is refused,
 * each sufficient one let in, and however a path is written it opens nothing without a key. A
 * service's test extends it.
 */
public abstract class OpenApiScopes {

  /** The roles of each scope a key may be given. */
  private static final Map<String, Set<String>> HOLDS =
      Map.of(
          "VIEWER", Set.of("viewer"),
          "AUTHOR", Set.of("viewer", "author"),
          "PUBLISHER", Set.of("viewer", "author", "publisher"),
          "ADMINISTRATOR",
              Set.of("viewer", "author", "publisher", "administrator", "ingest", "send"),
          "INGEST", Set.of("ingest"),
          "SEND", Set.of("send"));

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  @SuppressWarnings("NullAway.Init")
  @TestHTTPResource
  URI service;

  /** The operations that take no key, such as {@code GET /v1/unsubscribe/{token}}. */
  protected abstract Set<String> open();

  @Test
  void onlyWhatIsMeantToTakesNoKey() throws IOException {
    var open = new TreeSet<String>();
    operations().stream()
        .filter(OpenApiOperation::isOpen)
        .forEach(operation -> open.add(operation.name()));

    assertEquals(new TreeSet<>(open()), open);
  }

  @Test
  void eachScopeOpensWhatTheDocumentSaysAndNothingElse() throws IOException {
    var calls = new ScopeCalls(service);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, Set<String>> grant : HOLDS.entrySet()) {
      String key = calls.keyOf(PlatformResource.API_KEY, grant.getKey());
      for (OpenApiOperation operation : closed()) {
        int status = calls.status(operation, Optional.of(key));
        boolean may = operation.scopes().stream().anyMatch(grant.getValue()::contains);
        if (status == UNAUTHORIZED || may == (status == FORBIDDEN)) {
          wrong.add(operation.name() + " answers " + status + " to a key of " + grant.getKey());
        }
      }
    }

    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  @Test
  void withoutAKeyOfOursNothingIsOpenHoweverItsPathIsWritten() throws IOException {
    var calls = new ScopeCalls(service);
    List<String> wrong = new ArrayList<>();
    for (OpenApiOperation operation : closed()) {
      int plain = calls.status(operation, Optional.empty());
      int stranger = calls.status(operation, Optional.of("not-a-key-of-ours"));
      if (plain != UNAUTHORIZED || stranger != UNAUTHORIZED) {
        wrong.add(operation.name() + " answers " + plain + " and " + stranger);
      }
      for (String trick : calls.tricks(calls.path(operation))) {
        if (calls.reaches(operation, trick)) {
          wrong.add(operation.name() + " is reached without a key by " + trick);
        }
      }
    }

    assertFalse(closed().isEmpty());
    assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
  }

  private static List<OpenApiOperation> closed() throws IOException {
    return operations().stream().filter(operation -> !operation.isOpen()).toList();
  }

  private static List<OpenApiOperation> operations() throws IOException {
    String name = ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    return OpenApiDocument.parse(
            Files.readString(RepositoryRoot.path().resolve("docs/openapi/" + name + ".yaml")))
        .operations();
  }
}
