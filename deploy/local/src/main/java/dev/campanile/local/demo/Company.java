package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.Service;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The three services as the grocer's own systems speak with them: over their HTTP APIs. */
final class Company {
  private final JsonApi profiles;
  private final JsonApi campaigns;
  private final JsonApi gateway;

  Company(Ports ports) {
    profiles = api(ports, Service.PROFILE);
    campaigns = api(ports, Service.CAMPAIGN);
    gateway = api(ports, Service.GATEWAY);
  }

  private static JsonApi api(Ports ports, Service service) {
    return JsonApi.withKey(ports.url(service.port()), service.apiKey());
  }

  String startImport(String csv) {
    return profiles.postText("/v1/imports?source=crm", "text/csv", csv).path("id").asText();
  }

  JsonNode importJob(String id) {
    return profiles.get("/v1/imports/" + id);
  }

  Optional<JsonNode> profile(String externalId) {
    JsonNode found = profiles.get("/v1/profiles?externalId=" + encoded(externalId));
    return Optional.ofNullable(found.path("data").get(0));
  }

  void putSegment(String key, JsonNode segment) {
    profiles.put("/v1/segments/" + key, segment);
  }

  long count(String segment) {
    return profiles
        .post("/v1/segments/" + segment + ":preview", Map.of(), Map.of())
        .path("count")
        .asLong();
  }

  void putBrand(String key, JsonNode brand) {
    campaigns.put("/v1/brands/" + key, brand);
  }

  /** Returns the version it was frozen as. */
  long publish(String key, JsonNode content) {
    campaigns.put("/v1/contents/" + key, content);
    return campaigns
        .post("/v1/contents/" + key + ":publish", Map.of(), Map.of())
        .path("version")
        .asLong();
  }

  void putCampaign(String key, JsonNode campaign) {
    campaigns.put("/v1/campaigns/" + key, campaign);
  }

  /**
   * Returns the run's id.
   *
   * @param confirmed what would stand against it, and is known
   */
  String launch(String campaign, List<String> confirmed) {
    return campaigns
        .post(
            "/v1/campaigns/" + campaign + ":launch",
            Map.of("repeat", false, "confirm", confirmed),
            Map.of("Idempotency-Key", "demo-" + campaign))
        .path("runId")
        .asText();
  }

  RunCount report(String campaign, String run) {
    return RunCount.parse(campaigns.get("/v1/campaigns/" + campaign + "/report?run=" + run));
  }

  RunCount ledger(String run) {
    return RunCount.parse(gateway.get("/v1/runs/" + run + "/ledger"));
  }

  JsonNode messagesOf(String profileId) {
    return gateway.get("/v1/messages?profile=" + profileId).path("data");
  }

  JsonNode message(String id) {
    return gateway.get("/v1/messages/" + id);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
