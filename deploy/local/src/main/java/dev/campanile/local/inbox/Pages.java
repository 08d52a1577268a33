package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.LocalHttp;
import java.io.IOException;
import java.util.Map;

/** The page itself. */
final class Pages {
  private static final String FOLDER = "page";
  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

  private final OwnPageOnly door;
  private final String gatewayUrl;

  Pages(OwnPageOnly door, String gatewayUrl) {
    this.door = door;
    this.gatewayUrl = gatewayUrl;
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/", door.guard(_ -> page("index.html")));
    http.on("GET", "/report", door.guard(_ -> page("report.html")));
    http.on("GET", "/page/{file}", door.guard(call -> page(call.variable("file"))));
    http.on("GET", "/favicon.ico", _ -> Resources.answer("shop", "logo.svg"));
    http.on("GET", "/inbox/ready", _ -> HttpAnswer.json(200, Map.of("ready", true)));
    http.on(
        "GET",
        "/inbox/settings",
        door.guard(
            _ ->
                HttpAnswer.json(
                    200,
                    Map.of(
                        "shop",
                        Shop.ORIGIN,
                        "brandNumber",
                        Shop.BRAND_NUMBER,
                        "clicks",
                        gatewayUrl + "/c/"))));
  }

  private static HttpAnswer page(String file) throws IOException {
    return Resources.answer(FOLDER, file).withHeader("Content-Security-Policy", POLICY);
  }
}
