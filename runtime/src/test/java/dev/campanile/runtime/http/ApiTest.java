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
      strings = {"/echo/forgotten", "//echo/conflict", "/echo/conflict/", "/echo/conflict;a"})
  void nothingIsOpenThatDoesNotSaySo(String path) {
    given().urlEncodingEnabled(false).get(path).then().statusCode(not(equalTo(200)));
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
    withKey().body("{\"text\"").post("/echo").then().statusCode(400);
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
