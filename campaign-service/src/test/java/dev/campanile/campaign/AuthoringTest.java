package dev.campanile.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several people and files write the same things. */
@ServiceTest
class AuthoringTest {

  @ParameterizedTest
  @ValueSource(strings = {"brands", "contents", "campaigns"})
  void nobodyWritesOverWhatTheyDidNotRead(String kind) {
    String path = "/v1/" + kind + "/shared";
    String body = bodyOf(kind);
    String other = body.replace("Out for delivery", "Out").replace("Green Basket\"", "Basket\"");
    String changed = kind.equals("contents") ? body.replace("today", "now") : other;

    String first = Api.put(path, body).statusCode(201).extract().header("ETag");
    Api.put(path, body).statusCode(200).header("ETag", equalTo(first));
    Api.put(path, changed).statusCode(428).body("code", equalTo("PRECONDITION_REQUIRED"));
    String second =
        Api.asClient()
            .header("If-Match", first)
            .body(changed)
            .put(path)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    assertThat(second).isNotEqualTo(first);
    Api.get(path).header("ETag", equalTo(second));
    Api.asClient()
        .header("If-Match", first)
        .body(body)
        .put(path)
        .then()
        .statusCode(412)
        .body("code", equalTo("PRECONDITION_FAILED"));
    Api.asClient().header("If-None-Match", "*").body(body).put(path).then().statusCode(412);
    Api.asClient()
        .header("If-Match", "\"1\"")
        .body(body)
        .put("/v1/" + kind + "/not-there-yet")
        .then()
        .statusCode(412);
  }

  @Test
  void ofTwoWhoWriteAtOnceOneIsToldToReadAgain() throws Exception {
    Api.put("/v1/brands/contended", Api.BRAND).statusCode(201);
    String tag = Api.get("/v1/brands/contended").extract().header("ETag");
    List<Callable<Integer>> writes =
        IntStream.range(0, 6)
            .<Callable<Integer>>mapToObj(
                n ->
                    () ->
                        Api.asClient()
                            .header("If-Match", tag)
                            .body(Api.BRAND.replace("Market", n + " Market"))
                            .put("/v1/brands/contended")
                            .statusCode())
            .toList();

    List<Integer> answers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(writes)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).containsOnly(200, 412).containsOnlyOnce(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brands", "contents", "campaigns"})
  void listsGoOnFromTheirCursor(String kind) {
    for (int i = 0; i < 3; i++) {
      Api.put("/v1/" + kind + "/listed-" + i, bodyOf(kind)).statusCode(201);
    }
    List<String> seen = new ArrayList<>();
    String cursor = null;
    do {
      JsonPath page =
          Api.get("/v1/" + kind + "?limit=2" + (cursor == null ? "" : "&cursor=" + cursor))
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("data.key"));
      cursor = page.getString("nextCursor");
    } while (cursor != null);

    assertThat(seen).contains("listed-0", "listed-1", "listed-2").isSorted();
    assertThat(seen).doesNotHaveDuplicates();
    Api.get("/v1/" + kind + "?limit=0").statusCode(400).body("code", equalTo("INVALID_LIMIT"));
    Api.get("/v1/" + kind + "?cursor=x$").statusCode(400).body("code", equalTo("INVALID_CURSOR"));
  }

  @Test
  void listsVersionsAndRunsNewestFirst() {
    Api.prepare("with-history");
    Api.putAgain("/v1/contents/with-history", Api.CONTENT.replace("today", "now"));
    Api.publish("with-history").body("version", equalTo(2));
    String run = Api.launch("with-history", "one").statusCode(202).extract().path("runId");

    Api.get("/v1/contents/with-history/versions?limit=1")
        .body("data.version", equalTo(List.of(2)))
        .body("data[0].variables", hasItems("firstName", "orderNumber"))
        .body("data[0].publishedAt", notNullValue())
        .body("nextCursor", equalTo("2"));
    Api.get("/v1/contents/with-history/versions?cursor=2")
        .body("data.version", equalTo(List.of(1)))
        .body("nextCursor", nullValue());
    Api.get("/v1/contents/nothing/versions").statusCode(404);
    Api.get("/v1/runs?limit=500").body("data.runId", hasItems(run));
    Api.get("/v1/runs?limit=1").body("data[0].campaign", notNullValue());
  }

  private static String bodyOf(String kind) {
    return switch (kind) {
      case "brands" -> Api.BRAND;
      case "contents" -> Api.CONTENT;
      case "campaigns" -> Api.CAMPAIGN.formatted("anything");
      default -> throw new IllegalArgumentException(kind);
    };
  }
}
