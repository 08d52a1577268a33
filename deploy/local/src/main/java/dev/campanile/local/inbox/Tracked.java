package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.JsonApi;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Opens and clicks as the reader's browser makes them, told to the gateway. The shop that a click
 * leads to exists only here.
 */
final class Tracked {
  private static final String TOKEN = "[A-Za-z0-9._~-]{1,2000}";

  private final OwnPageOnly door;

  /** As a browser reaches it: without a key. */
  private final JsonApi gateway;

  Tracked(OwnPageOnly door, String gatewayUrl) {
    this.door = door;
    this.gateway = JsonApi.open(gatewayUrl);
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/inbox/opens/{token}", door.guard(this::open));
    http.on("GET", "/inbox/clicks/{token}", door.guard(this::click));
  }

  private HttpAnswer open(HttpCall call) {
    return ask("/o/", call, _ -> HttpAnswer.noContent());
  }

  private HttpAnswer click(HttpCall call) {
    return ask(
        "/c/",
        call,
        answer ->
            answer
                .headers()
                .firstValue("Location")
                .map(
                    to ->
                        HttpAnswer.text(302, "text/plain", "")
                            .withHeader("Location", to.replace(Shop.ORIGIN + "/", "/shop/")))
                .orElseGet(
                    () ->
                        HttpAnswer.text(
                            answer.statusCode(), "text/plain; charset=utf-8", answer.body())));
  }

  private interface Shown {
    HttpAnswer of(HttpResponse<String> answer);
  }

  private HttpAnswer ask(String path, HttpCall call, Shown shown) {
    String token = call.variable("token");
    if (!token.matches(TOKEN)) {
      return Resources.notFound("this link");
    }
    try {
      return shown.of(gateway.exchange("GET", path + token, "", "", browserOf(call)));
    } catch (CannotContinue e) {
      return HttpAnswer.json(502, Map.of("code", "NO_ANSWER", "detail", e.sentence()));
    }
  }

  /** The gateway tells people from machines by these. */
  private static Map<String, String> browserOf(HttpCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    Stream.of("User-Agent", "Accept", "Accept-Language", "Sec-Purpose", "Purpose")
        .forEach(name -> call.header(name).ifPresent(value -> headers.put(name, value)));
    return headers;
  }
}
