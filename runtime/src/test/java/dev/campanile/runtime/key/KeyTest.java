package dev.campanile.runtime.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class KeyTest {

  private static final String GREETING = "{\"text\":\"a\",\"times\":1}";

  @Inject Database database;
  @Inject TestClock clock;

  @AfterEach
  void now() {
    clock.reset();
  }

  /** 200 or 403, and never 401: the caller is known. */
  @ParameterizedTest
  @CsvSource({
    "VIEWER,        200, 403, 403, 403",
    "AUTHOR,        200, 200, 403, 403",
    "PUBLISHER,     200, 200, 200, 403",
    "ADMINISTRATOR, 200, 200, 200, 200",
    "INGEST,        403, 403, 403, 403",
    "SEND,          403, 403, 403, 403"
  })
  void aScopeHoldsThoseBeforeIt(String scope, int read, int write, int publish, int administer) {
    String secret = made(scope).getString("secret");

    with(secret).get("/echo/number").then().statusCode(read);
    with(secret).body(GREETING).post("/echo").then().statusCode(write);
    with(secret).post("/echo/a:ring").then().statusCode(publish);
    with(secret).get("/v1/api-keys").then().statusCode(administer);
    with(secret).get("/echo/forgotten").then().statusCode(403);
  }

  @Test
  void whoMayNotIsToldWhatItTakes() {
    with(made("VIEWER").getString("secret"))
        .post("/echo/a:ring")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("code", equalTo("FORBIDDEN"))
        .body("detail", containsString("POST /v1/api-keys"))
        .body("scopes", hasItem("PUBLISHER"));
  }

  @Test
  void aRevokedKeyOpensNothing() {
    JsonPath key = made("VIEWER");
    with(key.getString("secret")).get("/echo/number").then().statusCode(200);

    administrator().delete("/v1/api-keys/" + key.getString("id")).then().statusCode(204);

    with(key.getString("secret")).get("/echo/number").then().statusCode(401);
    administrator().delete("/v1/api-keys/" + key.getString("id")).then().statusCode(204);
    administrator().delete("/v1/api-keys/0123456789abcdef").then().statusCode(404);
  }

  @Test
  void aKeyRevokedElsewhereOpensNothingWithinSeconds() {
    JsonPath key = made("VIEWER");
    with(key.getString("secret")).get("/echo/number").then().statusCode(200);

    database.inTransaction(
        handle ->
            handle.execute(
                "update api_key set revoked_at = now() where id = ?", key.getString("id")));

    await()
        .atMost(Duration.ofSeconds(8))
        .untilAsserted(
            () -> with(key.getString("secret")).get("/echo/number").then().statusCode(401));
  }

  @Test
  void anExpiredKeyOpensNothing() {
    JsonPath key =
        administrator()
            .body(
                "{\"name\":\"short\",\"scopes\":[\"VIEWER\"],\"expiresAt\":\"%s\"}"
                    .formatted(TestClock.START.plusSeconds(60)))
            .post("/v1/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    with(key.getString("secret")).get("/echo/number").then().statusCode(200);

    clock.advance(Duration.ofSeconds(60));

    with(key.getString("secret")).get("/echo/number").then().statusCode(401);
  }

  @Test
  void aRightIdWithAWrongSecretOpensNothing() {
    String secret = made("VIEWER").getString("secret");
    String wrong = secret.substring(0, secret.length() - 4) + "AAAA";

    with(wrong).get("/echo/number").then().statusCode(401).body("code", equalTo("UNAUTHORIZED"));
    with(secret).get("/echo/number").then().statusCode(200);
    with(wrong).get("/echo/number").then().statusCode(401);
  }

  @Test
  void theSecretIsToldOnceAndKeptNowhere() {
    JsonPath key = made("SEND");
    String secret = key.getString("secret");

    String list = administrator().get("/v1/api-keys?limit=500").asString();
    String stored =
        database.read(
            handle ->
                handle
                    .createQuery("select api_key::text from api_key where id = :id")
                    .bind("id", key.getString("id"))
                    .mapTo(String.class)
                    .one());

    assertThat(secret).startsWith("cmp_" + key.getString("id") + "_");
    String proof = secret.substring(secret.lastIndexOf(key.getString("id")) + 17);
    assertThat(list).contains(key.getString("id")).doesNotContain(proof);
    assertThat(stored).doesNotContain(proof);
  }

  @Test
  void theListGoesOnWhereThePageEnded() {
    made("VIEWER");
    made("VIEWER");
    JsonPath first = administrator().get("/v1/api-keys?limit=1").jsonPath();

    administrator()
        .queryParam("cursor", first.getString("nextCursor"))
        .queryParam("limit", 1)
        .get("/v1/api-keys")
        .then()
        .statusCode(200)
        .body("data[0].id", notNullValue())
        .body("data[0].id", not(first.getString("data[0].id")));
  }

  @Test
  void whatIsWrongWithADraftIsPointedAt() {
    administrator()
        .body("{\"name\":\" \",\"scopes\":[]}")
        .post("/v1/api-keys")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/name"))
        .body("errors.pointer", hasItem("/scopes"));
  }

  private static JsonPath made(String scope) {
    return administrator()
        .body("{\"name\":\"test\",\"scopes\":[\"%s\"]}".formatted(scope))
        .post("/v1/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private static RequestSpecification administrator() {
    return with(PlatformResource.API_KEY);
  }

  private static RequestSpecification with(String key) {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + key)
        .contentType("application/json");
  }
}
