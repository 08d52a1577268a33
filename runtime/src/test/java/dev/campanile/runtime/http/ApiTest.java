package dev.campanile.runtime.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.campanile.testing.PlatformResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "profile"))
class ApiTest {

  @Test
  void aWrongOrMissingKeyIsToldHowToSendTheRightOne() {
    given().contentType("application/json").body("{}").post("/echo").then().statusCode(401);
    given()
        .header("Authorization", "Bearer wrong")
        .get("/echo/conflict")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("UNAUTHORIZED"))
        .body("detail", containsString("Authorization: Bearer"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/echo/forgotten",
        "/echo/number",
        "//echo/number",
        "/echo//number",
        "/echo/number/",
        "/echo/number;a",
        "/echo;a/number",
        "/echo/number%3Ba",
        "/echo/./number",
        "/echo/%6eumber",
        "/v1/api-keys",
        "//v1/api-keys",
        "/v1/api-keys;a"
      })
  void nothingIsOpenThatDoesNotSaySo(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(not(equalTo(200)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/echo/a:ring", "/echo/a%3Aring", "/echo/a%3aring"})
  void anActionIsFoundHoweverItsColonIsWritten(String path) {
    withKey().urlEncodingEnabled(false).post(path).then().statusCode(200).body(equalTo("a"));
    given().urlEncodingEnabled(false).post(path).then().statusCode(401);
  }

  @Test
  void withoutTlsNobodyIsUpgradedToHttp2() {
    withKey()
        .header("Connection", "Upgrade, HTTP2-Settings")
        .header("Upgrade", "h2c")
        .header("HTTP2-Settings", "AAEAAEAAAAIAAAAAAAMAAAAAAAQBAAAAAAUAAEAAAAYABgAA")
        .get("/echo/number")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P01", "57P03", "53300"})
  void withoutItsDatabaseItSaysWhenToAskAgain(String state) {
    given()
        .queryParam("state", state)
        .get("/echo/away")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", equalTo("5"))
        .body("code", equalTo("DATABASE_UNAVAILABLE"))
        .body("detail", not(containsString("10.0.0.7")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "40001", "57014"})
  void whatTheDatabaseRefusesIsAnotherMatter(String state) {
    given().queryParam("state", state).get("/echo/away").then().statusCode(500);
  }

  @Test
  void anEndpointThatSaysNothingIsClosedToTheKeyToo() {
    withKey().get("/echo/forgotten").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void anUnknownFieldIsNamedByItsPointer() {
    withKey()
        .body("{\"text\":\"a\",\"times\":1,\"tmies\":2}")
        .post("/echo")
        .then()
        .statusCode(400)
        .body("code", equalTo("UNKNOWN_FIELD"))
        .body("errors[0].pointer", equalTo("/tmies"));
  }

  @Test
  void aRefusedValueSaysWhatTheRecordSaid() {
    withKey()
        .body("{\"text\":\"a\",\"times\":0}")
        .post("/echo")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", equalTo("times is at least 1"));
    withKey()
        .body("{\"text\"")
        .post("/echo")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("MALFORMED_JSON"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"mood\":\"LOUD\"          | /mood   | is one of [GAY, GRAVE]",
        "\"times\":\"often\"        | /times  | is a number",
        "\"at\":\"noon\"            | /at     | is a time such as 2026-03-01T10:00:00Z",
        "\"more\":{}                | /more   | is a list",
        "\"more\":[\"a\",{}]         | /more/1 | is a text"
      })
  void aValueOfTheWrongKindIsToldWhatWouldBeRight(String field, String pointer, String detail) {
    withKey()
        .body(
            "{\"text\":\"a\",%s%s}".formatted(field.contains("times") ? "" : "\"times\":1,", field))
        .post("/echo")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID"))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", equalTo(detail))
        .body("detail", not(containsString("dev.campanile")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "null                                       | ''              | send it as JSON",
        "{\"to\":{}}                                  | /to/street      | say where",
        "{\"stops\":[{\"street\":\"a\"},{}]}            | /stops/1/street | say where",
        "{\"ways\":{\"a/b\":{}}}                      | /ways/a~1b/street | say where",
        "{\"words\":[\"a\",null]}                     | /words/1        | has no word"
      })
  void aConstraintThatIsNotMetPointsIntoTheBody(String body, String pointer, String detail) {
    withKey()
        .body(body)
        .post("/echo/parcel")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID"))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].detail", equalTo(detail));
  }

  @Test
  void aParameterThatCannotBeReadIsNamed() {
    withKey()
        .get("/echo/number?n=many")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("INVALID_PARAMETER"))
        .body("parameter", equalTo("n"));
    withKey()
        .get("/echo/number?n=1&mood=LOUD")
        .then()
        .statusCode(400)
        .body("detail", containsString("GRAVE"));
  }

  @Test
  void whatTheFrameworkRefusesIsAProblemToo() {
    withKey().delete("/echo").then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
    withKey()
        .contentType("text/plain")
        .body("hello")
        .post("/echo")
        .then()
        .statusCode(415)
        .contentType("application/problem+json")
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    withKey()
        .body(new byte[11 * 1024 * 1024])
        .post("/echo")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("TOO_LARGE"));
    given()
        .get("/nowhere/at/all")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void aProblemCarriesItsMembers() {
    withKey()
        .get("/echo/conflict")
        .then()
        .statusCode(409)
        .body("code", equalTo("TAKEN"))
        .body("runId", equalTo("r-1"))
        .body("errors[0].pointer", equalTo("/key"));
  }

  @Test
  void whatBreaksInsideStaysInside() {
    given()
        .get("/echo/broken")
        .then()
        .statusCode(500)
        .body("code", equalTo("INTERNAL"))
        .body("detail", not(containsString("secret")));
    withKey().get("/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  private static RequestSpecification withKey() {
    return given()
        .header("Authorization", "Bearer " + PlatformResource.API_KEY)
        .contentType("application/json");
  }
}
