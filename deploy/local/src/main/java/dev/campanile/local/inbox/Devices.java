package dev.campanile.local.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;
import java.util.Map;
import java.util.Optional;

/** The customers' mailboxes and phones: what they received, and what they can do about it. */
final class Devices {
  /** A mail may show pictures from here and nothing else; it cannot run anything. */
  private static final String MAIL_POLICY =
      "default-src 'none'; img-src 'self'; style-src 'unsafe-inline';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final OwnPageOnly door;

  /** As a mail client reaches it: without a key. */
  private final JsonApi gateway;

  private final JsonApi simulators;

  Devices(OwnPageOnly door, String gatewayUrl, JsonApi simulators) {
    this.door = door;
    this.gateway = JsonApi.open(gatewayUrl);
    this.simulators = simulators;
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/inbox/received", door.guard(this::received));
    http.on(
        "GET", "/inbox/written", door.guard(_ -> Passing.on(simulators, "/simulators/inbound")));
    http.on("GET", "/inbox/mails/{id}", door.guard(this::mail));
    http.on("POST", "/inbox/replies", door.guard(this::reply));
    http.on("POST", "/inbox/mails/{id}/unsubscribe", door.guard(this::unsubscribe));
  }

  private HttpAnswer received(HttpCall call) {
    return Passing.on(simulators, messagesPath(parameter(call, "channel"), parameter(call, "to")));
  }

  private HttpAnswer mail(HttpCall call) {
    return find(call)
        .map(
            mail ->
                HttpAnswer.text(
                        200,
                        "text/html; charset=utf-8",
                        MailView.html(
                            mail.path("html").asText(), gateway.baseUrl(), isOpened(call)))
                    .withHeader("Content-Security-Policy", MAIL_POLICY)
                    .withHeader("X-Content-Type-Options", "nosniff"))
        .orElseGet(() -> Resources.notFound("this mail"));
  }

  private static boolean isOpened(HttpCall call) {
    return call.query().first("opened").isPresent();
  }

  private HttpAnswer reply(HttpCall call) {
    return Passing.exchange(simulators, "POST", "/simulators/inbound", call.body());
  }

  /** What a mail client does when its user presses unsubscribe. */
  private HttpAnswer unsubscribe(HttpCall call) {
    Optional<JsonNode> mail = find(call);
    if (mail.isEmpty()) {
      return Resources.notFound("this mail");
    }
    return OneClick.target(mail.get().path("headers"), gateway.baseUrl())
        .map(
            path -> {
              var answer =
                  gateway.exchange(
                      "POST", path, "application/x-www-form-urlencoded", OneClick.BODY, Map.of());
              return HttpAnswer.json(
                  answer.statusCode() < 300 ? 200 : 502, Map.of("status", answer.statusCode()));
            })
        .orElseGet(
            () ->
                HttpAnswer.json(
                    409,
                    Map.of("code", "NOT_OFFERED", "detail", "This mail has no one-click header.")));
  }

  private Optional<JsonNode> find(HttpCall call) {
    JsonNode mails = simulators.get(messagesPath("EMAIL", parameter(call, "to")));
    for (JsonNode mail : mails) {
      if (mail.path("id").asText().equals(call.variable("id"))) {
        return Optional.of(mail);
      }
    }
    return Optional.empty();
  }

  private static String messagesPath(String channel, String to) {
    return "/simulators/messages?channel=%s&to=%s"
        .formatted(Passing.encoded(channel), Passing.encoded(to));
  }

  private static String parameter(HttpCall call, String name) {
    return call.query().first(name).orElseThrow(() -> new BadRequest(name + " is missing."));
  }
}
