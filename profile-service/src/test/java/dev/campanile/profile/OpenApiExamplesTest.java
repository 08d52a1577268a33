package dev.campanile.profile;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.ended;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.upload;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.RepositoryRoot;
import dev.campanile.testing.openapi.OpenApiDocument;
import dev.campanile.testing.openapi.OpenApiExamples;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiExamplesTest {

  @Test
  void everyExampleWorksAsDocumented() throws IOException {
    String job = upload("externalId,email,emailConsent\nC-0001,maeve@example.com,OPTED_OUT\n");
    ended(job);
    String key =
        api()
            .contentType("application/json")
            .body("{\"name\":\"example\",\"scopes\":[\"VIEWER\"]}")
            .post("/v1/api-keys")
            .jsonPath()
            .getString("id");

    var outcomes =
        new OpenApiExamples(
                OpenApiDocument.parse(
                    Files.readString(
                        RepositoryRoot.path().resolve("docs/openapi/profile-service.yaml"))),
                URI.create("http://127.0.0.1:" + RestAssured.port),
                PlatformResource.API_KEY)
            .replacing("0199a8f0-0000-7000-8000-000000000001", idOf("C-0001").toString())
            .replacing(
                "0199a8f0-0000-7000-8000-000000000002", job.substring(job.lastIndexOf('/') + 1))
            .replacing("00c0ffee00c0ffee", key)
            .execute();

    assertThat(outcomes).hasSizeGreaterThan(12);
    assertThat(outcomes.stream().flatMap(OpenApiExamples.Outcome::lines)).isEmpty();
  }
}
