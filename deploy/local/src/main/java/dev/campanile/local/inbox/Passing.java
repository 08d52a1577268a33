package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.JsonApi;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Passes a question on to a service, and its answer back. */
final class Passing {
  private Passing() {}

  static HttpAnswer on(JsonApi api, String path) {
    return exchange(api, "GET", path, "");
  }

  static HttpAnswer exchange(JsonApi api, String method, String path, String json) {
    try {
      HttpResponse<String> response =
          api.exchange(method, path, "application/json", json, Map.of());
      return response.body().isEmpty()
          ? HttpAnswer.json(response.statusCode(), Map.of("done", response.statusCode() < 400))
          : HttpAnswer.text(response.statusCode(), "application/json", response.body());
    } catch (CannotContinue e) {
      return HttpAnswer.json(502, Map.of("code", "NO_ANSWER", "detail", e.sentence()));
    }
  }

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
