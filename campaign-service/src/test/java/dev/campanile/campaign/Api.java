package dev.campanile.campaign;

import dev.campanile.testing.PlatformResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The service's API as somebody with its key uses it. */
public final class Api {

  public static final String BRAND =
      """
      {"name":"Green Basket","website":"https://green-basket.example",
       "postalAddress":"12 Market Street, Dublin","emailFrom":"Green Basket <hello@green-basket.example>",
       "smsFrom":"+353861234567","chatFrom":"+353861234568","color":"#0b6e4f"}
      """;

  public static final String CONTENT =
      """
      {"category":"SERVICE","brand":"green-basket","defaultLocale":"en",
       "variables":{"firstName":{"default":"there"},"orderNumber":{},"unused":{}},
       "locales":{"en":{"subject":"Order {{ orderNumber }} is on its way",
         "headline":"Your order is on its way, {{ firstName }}","body":["It comes today."],
         "callToAction":{"label":"Track it","url":"https://green-basket.example/{{ orderNumber }}"}}}}
      """;

  public static final String CAMPAIGN =
      """
      {"name":"Out for delivery","content":"%s","segment":"out-for-delivery","category":"SERVICE",
       "channels":["PREFERRED","EMAIL"],"expiresAfter":"P1D"}
      """;

  private Api() {}

  public static RequestSpecification asClient() {
    return RestAssured.given()
        // The colon of an action stays a colon.
        .urlEncodingEnabled(false)
        .header("Authorization", "Bearer " + PlatformResource.API_KEY)
        .contentType(ContentType.JSON);
  }

  public static ValidatableResponse put(String path, String body) {
    return asClient().body(body).put(path).then();
  }

  /** Changes what is there, as somebody who has just read it. */
  public static ValidatableResponse putAgain(String path, String body) {
    String tag = asClient().get(path).then().statusCode(200).extract().header("ETag");
    return asClient().header("If-Match", tag).body(body).put(path).then();
  }

  public static ValidatableResponse get(String path) {
    return asClient().get(path).then();
  }

  public static ValidatableResponse publish(String content) {
    return asClient().post("/v1/contents/" + content + ":publish").then();
  }

  public static ValidatableResponse launch(String campaign, String idempotencyKey) {
    return launch(asClient(), campaign, idempotencyKey);
  }

  public static ValidatableResponse launch(
      RequestSpecification client, String campaign, String idempotencyKey) {
    return client
        .header("Idempotency-Key", idempotencyKey)
        .post("/v1/campaigns/" + campaign + ":launch")
        .then();
  }

  public static ValidatableResponse launchAgain(String campaign, String idempotencyKey) {
    return asClient()
        .header("Idempotency-Key", idempotencyKey)
        .body("{\"repeat\":true}")
        .post("/v1/campaigns/" + campaign + ":launch")
        .then();
  }

  /** A campaign with a published content, both of this name. */
  public static void prepare(String name) {
    put("/v1/brands/green-basket", BRAND);
    put("/v1/contents/" + name, CONTENT);
    publish(name).statusCode(200);
    put("/v1/campaigns/" + name, CAMPAIGN.formatted(name)).statusCode(201);
  }
}
