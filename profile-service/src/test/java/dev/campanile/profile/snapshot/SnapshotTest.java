package dev.campanile.profile.snapshot;

import static dev.campanile.profile.ProfileApi.api;
import static dev.campanile.profile.ProfileApi.idOf;
import static dev.campanile.profile.ProfileApi.imported;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.campanile.profile.ServiceTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.Test;

@ServiceTest
class SnapshotTest {

  @Test
  void tellsTheFieldsAskedForOfWhoeverIsKnown() {
    imported(
        "externalId,firstName,locale,orderStatus\n"
            + "snap-1,Ana,it-IT,OUT_FOR_DELIVERY\n"
            + "snap-2,,,\n");

    JsonPath answer =
        asked(
            """
            {"customers":[{"profileId":"%s"},{"externalId":"snap-2"},{"externalId":"nobody"}],
             "fields":["firstName","orderStatus"]}"""
                .formatted(idOf("snap-1")));

    assertThat(answer.getList("items")).hasSize(2);
    assertThat(answer.<String, String>getMap("items.find { it.externalId == 'snap-1' }.fields"))
        .isEqualTo(Map.of("firstName", "Ana", "orderStatus", "OUT_FOR_DELIVERY"));
    assertThat(answer.getString("items.find { it.externalId == 'snap-1' }.locale"))
        .isEqualTo("it-IT");
    assertThat(answer.getInt("items.find { it.externalId == 'snap-1' }.cardVersion")).isEqualTo(1);
    assertThat(answer.getMap("items.find { it.externalId == 'snap-2' }.fields")).isEmpty();
    assertThat(answer.getString("items.find { it.externalId == 'snap-2' }.locale")).isEqualTo("en");
  }

  @Test
  void aCustomerIsNamedOneWay() {
    api()
        .contentType("application/json")
        .body("{\"customers\":[{}],\"fields\":[]}")
        .post("/v1/profiles:snapshots")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/customers/0"));
  }

  private static JsonPath asked(String body) {
    return api()
        .contentType("application/json")
        .body(body)
        .post("/v1/profiles:snapshots")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
