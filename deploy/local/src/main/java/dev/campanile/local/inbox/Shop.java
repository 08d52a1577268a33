package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.LocalHttp;
import java.io.IOException;

/** The invented grocer's web site, as far as its messages link to it. */
final class Shop {
  /** Where the messages say it is; a reserved name that leads nowhere. */
  static final String ORIGIN = "https://basilio.example.com";

  static final String BRAND_NUMBER = "+442079460162";

  private static final String FOLDER = "shop";

  void addTo(LocalHttp http) {
    http.on("GET", "/shop", _ -> Resources.answer(FOLDER, "crate.html"));
    http.on("GET", "/shop/", _ -> Resources.answer(FOLDER, "crate.html"));
    http.on("GET", "/shop/crate", _ -> Resources.answer(FOLDER, "crate.html"));
    http.on("GET", "/shop/shop.css", _ -> Resources.answer(FOLDER, "shop.css"));
    http.on("GET", "/shop/orders/{number}", call -> order(call.variable("number")));
    http.on(
        "GET", "/shop/pictures/{file}", call -> Resources.answer(FOLDER, call.variable("file")));
  }

  private static HttpAnswer order(String number) throws IOException {
    String page = Resources.text(FOLDER, "order.html").replace("{{number}}", escaped(number));
    return HttpAnswer.text(200, "text/html; charset=utf-8", page)
        .withHeader("Content-Security-Policy", "default-src 'self'");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
