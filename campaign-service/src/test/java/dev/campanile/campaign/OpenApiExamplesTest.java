package dev.campanile.campaign;

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

  private static final String DELIVERY =
      """
      {"category": "SERVICE", "brand": "basilio", "defaultLocale": "en",
       "variables": {"firstName": {"default": "there"}, "orderNumber": {}, "deliveryWindow": {}},
       "locales": {"en": {
         "subject": "Order {{ orderNumber }} is on its way",
         "headline": "On its way, {{ firstName }}.",
         "body": ["It comes between {{ deliveryWindow }}."]}}}
      """;

  private static final String MESSAGE =
      """
      {"content": "order-out-for-delivery", "to": {"email": "maeve@example.com"},
       "data": {"orderNumber": "BD-1", "deliveryWindow": "9:00-10:00"}}
      """;

  @Test
  void everyExampleWorksAsDocumented() throws IOException {
    var document =
        OpenApiDocument.parse(
            Files.readString(RepositoryRoot.path().resolve("docs/openapi/campaign-service.yaml")));
    Api.put("/v1/brands/basilio", document.example("BrandDraft")).statusCode(201);
    Api.put("/v1/contents/order-out-for-delivery", DELIVERY).statusCode(201);
    Api.publish("order-out-for-delivery").statusCode(200);
    String message =
        Api.asClient()
            .header("Idempotency-Key", "before")
            .body(MESSAGE)
            .post("/v1/messages")
            .then()
            .statusCode(202)
            .extract()
            .path("messageId");
    String key =
        Api.asClient()
            .body("{\"name\":\"example\",\"scopes\":[\"VIEWER\"]}")
            .post("/v1/api-keys")
            .jsonPath()
            .getString("id");

    var outcomes =
        new OpenApiExamples(
                document,
                URI.create("http://127.0.0.1:" + RestAssured.port),
                PlatformResource.API_KEY)
            .replacing("88ab072a-5641-8bd6-81c6-731b8db342ea", message)
            .replacing("00c0ffee00c0ffee", key)
            .execute();

    assertThat(outcomes).hasSizeGreaterThan(28);
    assertThat(outcomes.stream().flatMap(OpenApiExamples.Outcome::lines)).isEmpty();
  }
}
