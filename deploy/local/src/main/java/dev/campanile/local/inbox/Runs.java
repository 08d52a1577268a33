package dev.campanile.local.inbox;

import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;

/** What came of a campaign, for the report page, with the services' keys added. */
final class Runs {
  private static final String KEY = "[A-Za-z0-9-]{1,64}";

  private final OwnPageOnly door;
  private final JsonApi campaigns;
  private final JsonApi gateway;

  Runs(OwnPageOnly door, JsonApi campaigns, JsonApi gateway) {
    this.door = door;
    this.campaigns = campaigns;
    this.gateway = gateway;
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/inbox/campaigns/{key}", door.guard(call -> campaign(call, "")));
    http.on("GET", "/inbox/campaigns/{key}/report", door.guard(call -> campaign(call, "/report")));
    http.on(
        "GET",
        "/inbox/runs/{key}/messages",
        door.guard(
            call ->
                Passing.on(
                    gateway,
                    "/v1/messages?limit=200&run="
                        + key(call)
                        + call.query()
                            .first("cursor")
                            .map(cursor -> "&cursor=" + Passing.encoded(cursor))
                            .orElse(""))));
  }

  private HttpAnswer campaign(HttpCall call, String part) {
    return Passing.on(campaigns, "/v1/campaigns/" + key(call) + part);
  }

  private static String key(HttpCall call) {
    String key = call.variable("key");
    if (!key.matches(KEY)) {
      throw new BadRequest("A key has letters, digits and hyphens.");
    }
    return key;
  }
}
