package dev.campanile.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final String JSON = "application/json";
  private static final String ANA = "ana@example.com";

  private final List<String> asked = new ArrayList<>();
  private final LocalHttp services = start();
  private final LocalHttp inbox = start();
  private final JsonApi page = JsonApi.open(inbox.baseUrl());

  private static LocalHttp start() {
    try {
      return LocalHttp.start(0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void prepare() {
    services
        .on("GET", "/v1/profiles", call -> noted(call, Map.of("data", List.of(Map.of("id", "p1")))))
        .on("POST", "/v1/unsubscribe/token1", call -> noted(call, Map.of("done", true)))
        .on("GET", "/c/tok.1", this::redirected)
        .on("GET", "/o/tok.2", call -> noted(call, Map.of()))
        .on("GET", "/v1/campaigns/crate/report", call -> noted(call, Map.of("planned", 7)))
        .on("POST", "/simulators/inbound", call -> noted(call, Map.of("sid", "SM1")))
        .on("GET", "/simulators/messages", call -> noted(call, List.of(mail())));
    Inbox.addTo(
        inbox,
        JsonApi.withKey(services.baseUrl(), "the-profile-key"),
        JsonApi.withKey(services.baseUrl(), "the-campaign-key"),
        JsonApi.withKey(services.baseUrl(), "the-gateway-key"),
        JsonApi.open(services.baseUrl()));
  }

  @AfterEach
  void close() {
    inbox.close();
    services.close();
  }

  @Test
  void servesThePageAndNothingFromOutside() {
    HttpResponse<String> response = get("/");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("Campanile").doesNotContain("http://", "https://");
    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(get("/page/inbox.js").body()).contains("import");
    assertThat(get("/page/..%2fshop%2forder.html").statusCode()).isEqualTo(404);
  }

  @Test
  void addsTheKeyWhenItAsksAService() {
    assertThat(get("/inbox/profiles?limit=200").body()).contains("p1");

    assertThat(asked).containsExactly("/v1/profiles Bearer the-profile-key ");
  }

  @Test
  void showsAMailThatCannotRunAnythingAndLeadsToTheDemoShop() {
    HttpResponse<String> response = get("/inbox/mails/m1?to=" + ANA);

    assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "sandbox");
    assertThat(response.body())
        .contains("<head><base target=\"_blank\">")
        .contains("href=\"/shop/crate\"")
        .doesNotContain("basilio.example.com");
  }

  @Test
  void tellsTheGatewayOfAnOpeningOnlyWhenTheReaderOpensTheMail() {
    assertThat(get("/inbox/mails/m1?to=" + ANA).body())
        .doesNotContain("<img")
        .doesNotContain("/o/");
    assertThat(get("/inbox/mails/m1?to=" + ANA + "&opened=yes").body())
        .contains("src=\"/inbox/opens/tok.2\"");

    assertThat(get("/inbox/opens/tok.2").statusCode()).isEqualTo(204);
    assertThat(asked).contains("/o/tok.2 - ");
  }

  @Test
  void followsATrackedLinkToTheDemoShopThroughTheGateway() {
    assertThat(get("/inbox/mails/m1?to=" + ANA).body()).contains("href=\"/inbox/clicks/tok.1\"");

    HttpResponse<String> click = get("/inbox/clicks/tok.1");

    assertThat(click.statusCode()).isEqualTo(302);
    assertThat(click.headers().firstValue("Location")).contains("/shop/crate");
    assertThat(asked).contains("/c/tok.1 - ");
  }

  @Test
  void showsTheReportOfACampaign() {
    assertThat(get("/report").body()).contains("report.js").doesNotContain("https://");
    assertThat(get("/inbox/campaigns/crate/report").body()).contains("7");
    assertThat(asked).containsExactly("/v1/campaigns/crate/report Bearer the-campaign-key ");
  }

  @Test
  void unsubscribesLikeAMailClient() {
    var response = post("/inbox/mails/m1/unsubscribe?to=" + ANA, "{}", Map.of());

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(asked).contains("/v1/unsubscribe/token1 - List-Unsubscribe=One-Click");
  }

  @Test
  void passesAReplyOnToTheProvider() {
    String reply = "{\"channel\":\"SMS\",\"from\":\"+39\",\"to\":\"+44\",\"body\":\"STOP\"}";

    assertThat(post("/inbox/replies", reply, Map.of()).statusCode()).isEqualTo(200);

    assertThat(asked).containsExactly("/simulators/inbound - " + reply);
  }

  @Test
  void refusesAPageOfAnotherSite() throws IOException {
    var response = post("/inbox/replies", "{}", Map.of("Origin", "https://evil.example"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(rawGet("/inbox/profiles", "evil.example")).startsWith("HTTP/1.1 403");
    assertThat(asked).isEmpty();
  }

  @Test
  void escapesWhatALinkBrings() {
    assertThat(get("/shop/orders/%3Cscript%3E").body())
        .contains("Order &lt;script&gt;")
        .doesNotContain("<script>");
  }

  private HttpResponse<String> get(String path) {
    return page.exchange("GET", path, JSON, "", Map.of());
  }

  private HttpResponse<String> post(String path, String body, Map<String, String> headers) {
    return page.exchange("POST", path, JSON, body, headers);
  }

  /** The JDK's client does not let one set the host. */
  private String rawGet(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", URI.create(inbox.baseUrl()).getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(path, host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private HttpAnswer redirected(HttpCall call) {
    var _ = noted(call, Map.of());
    return HttpAnswer.text(302, "text/plain", "")
        .withHeader("Location", "https://basilio.example.com/crate");
  }

  private HttpAnswer noted(HttpCall call, Object answer) {
    asked.add(call.path() + " " + call.header("Authorization").orElse("-") + " " + call.body());
    return HttpAnswer.json(200, answer);
  }

  private Map<String, Object> mail() {
    return Map.of(
        "id",
        "m1",
        "html",
        "<html><head></head><body><a href=\"https://basilio.example.com/crate\">crate</a>"
            + "<a href=\"%1$s/c/tok.1\">tracked</a><img alt=\"\" src=\"%1$s/o/tok.2\"></body></html>"
                .formatted(services.baseUrl()),
        "headers",
        Map.of(
            "List-Unsubscribe",
            "<%s/v1/unsubscribe/token1>, <mailto:x@example.com>".formatted(services.baseUrl()),
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click"));
  }
}
