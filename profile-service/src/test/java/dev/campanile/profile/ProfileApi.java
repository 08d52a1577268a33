package dev.campanile.profile;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.campanile.testing.PlatformResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The service's API as its callers use it. */
public final class ProfileApi {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private ProfileApi() {}

  /** Paths go out as written: actions such as {@code red:preview} have a colon. */
  public static RequestSpecification api() {
    return given()
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + PlatformResource.API_KEY);
  }

  /** Uploads a file and waits until it is worked off. */
  public static JsonPath imported(String csv) {
    return ended(upload(csv));
  }

  /** The path of the job. */
  public static String upload(String csv) {
    return api()
        .contentType("text/csv")
        .queryParam("source", "crm")
        .body(csv)
        .post("/v1/imports")
        .then()
        .statusCode(202)
        .extract()
        .header("Location");
  }

  public static JsonPath ended(String job) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> api().get(job).then().statusCode(200).extract().jsonPath(),
            view -> !view.getString("state").equals("RUNNING"));
  }

  /** The customer of an external id, as it is shown. */
  public static JsonPath profile(String externalId) {
    JsonPath list =
        api()
            .queryParam("externalId", externalId)
            .get("/v1/profiles")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return api()
        .get("/v1/profiles/" + list.getString("data[0].id"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static UUID idOf(String externalId) {
    return UUID.fromString(profile(externalId).getString("id"));
  }

  /** The kinds of what is on a timeline, newest first. */
  public static List<String> timelineOf(UUID profile) {
    return api()
        .get("/v1/profiles/" + profile + "/timeline")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("data.kind");
  }
}
