package dev.campanile.profile.segment;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.profile.ServiceTest;
import dev.campanile.runtime.paging.Cursor;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

@ServiceTest
class SegmentResourceTest {

  @Test
  void countsWhoBelongs() {
    imported("externalId,trait.team\nseg-1,red\nseg-2,blue\n");
    put("red", "{\"trait\":\"team\",\"is\":\"red\"}").put("/v1/segments/red");

    api()
        .post("/v1/segments/red:preview")
        .then()
        .statusCode(200)
        .body("count", equalTo(1))
        .body("sample", contains(idOf("seg-1").toString()));
  }

  @Test
  void theSameFileCanBeAppliedTwiceAndAChangeNeedsTheVersionItWasMadeFrom() {
    String rule = "{\"trait\":\"points\",\"in\":[1,2.5,true]}";
    String path = "/v1/segments/versions";
    String tag = put("v", rule).put(path).then().statusCode(201).extract().header("ETag");

    put("v", rule).put(path).then().statusCode(200).header("ETag", equalTo(tag));
    put("new name", rule)
        .put(path)
        .then()
        .statusCode(428)
        .body("code", equalTo("PRECONDITION_REQUIRED"));
    put("new name", rule).header("If-Match", tag).put(path).then().statusCode(200);
    put("newer name", rule).header("If-Match", tag).put(path).then().statusCode(412);
    put("v", rule).header("If-None-Match", "*").put(path).then().statusCode(412);
    api()
        .get(path)
        .then()
        .statusCode(200)
        .body("name", equalTo("new name"))
        .body("rule.in", contains(1, 2.5f, true));
  }

  @Test
  void segmentsAreListedByKey() {
    for (String key : List.of("list-b", "list-a", "list-c")) {
      put(key, "{\"everyone\":true}").put("/v1/segments/" + key).then().statusCode(201);
    }

    var page =
        api()
            .get("/v1/segments?limit=2&cursor=" + Cursor.of("list-"))
            .then()
            .statusCode(200)
            .body("data.key", contains("list-a", "list-b"))
            .extract()
            .jsonPath();
    api()
        .get("/v1/segments?limit=1&cursor=" + page.getString("nextCursor"))
        .then()
        .body("data.key", contains("list-c"));
    api().get("/v1/segments?limit=0").then().statusCode(400).body("code", equalTo("INVALID_LIMIT"));
  }

  @Test
  void aMistakeIsPointedAt() {
    put("bad", "{\"any\":[{\"trait\":\"a\",\"is\":null}]}")
        .put("/v1/segments/bad")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/rule/any/0/is"));
  }

  @Test
  void aMissingBodyIsNotOurFault() {
    api()
        .contentType("application/json")
        .put("/v1/segments/empty")
        .then()
        .statusCode(400)
        .body("code", equalTo("INVALID"))
        .body("errors[0].pointer", equalTo(""));
  }

  @Test
  void anUnknownSegmentIsNotFound() {
    api().get("/v1/segments/nowhere").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    api().post("/v1/segments/nowhere:preview").then().statusCode(404);
  }

  private static RequestSpecification put(String name, String rule) {
    return api()
        .contentType("application/json")
        .body("{\"name\":\"" + name + "\",\"rule\":" + rule + "}");
  }
}
