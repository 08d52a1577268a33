package dev.campanile.systemtests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.systemtests.Customer.Group;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The demo's grocer, on an installation: its customers, contents and campaigns. */
final class Grocer {

  static final String DELIVERY = "order-out-for-delivery";
  static final String OFFER = "weekend-offer";

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Installation installation;

  Grocer(Installation installation) {
    this.installation = installation;
  }

  /** The demo's brand, contents, segments and campaigns, published but not launched. */
  Grocer opens() {
    Api campaign = installation.campaign();
    installation
        .simulators()
        .put(
            "/simulators/twilio/templates", Api.read(installation.demoFile("chat-templates.json")));
    campaign.putFile("/v1/brands/basilio", installation.demoFile("brands/basilio.json"));
    for (String key : new String[] {DELIVERY, OFFER}) {
      campaign.putFile("/v1/contents/" + key, installation.demoFile("contents/" + key + ".json"));
      campaign.post("/v1/contents/" + key + ":publish", "");
      campaign.putFile("/v1/campaigns/" + key, installation.demoFile("campaigns/" + key + ".json"));
    }
    for (String key : new String[] {"everyone", "out-for-delivery"}) {
      installation
          .profile()
          .putFile("/v1/segments/" + key, installation.demoFile("segments/" + key + ".json"));
    }
    return this;
  }

  /** The demo's thousand customers, or others. */
  Grocer imports(String csv) {
    String id = installation.profile().postCsv("/v1/imports?source=crm", csv).get("id").asText();
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                installation
                    .profile()
                    .get("/v1/imports/" + id)
                    .get("state")
                    .asText()
                    .equals("COMPLETED"));
    return this;
  }

  /** Makes the segment of a group. */
  Grocer finds(Group group) {
    installation
        .profile()
        .put(
            "/v1/segments/" + group.key(),
            "{\"name\":\"%s\",\"rule\":{\"trait\":\"orderNumber\",\"is\":\"%s\"}}"
                .formatted(group.key(), group));
    return this;
  }

  /** A marketing campaign to a group, not launched yet. */
  Grocer offers(String key, Group group, String channel) {
    installation
        .campaign()
        .put(
            "/v1/campaigns/" + key,
            """
            {"name":"%s","content":"%s","segment":"%s","category":"MARKETING","topic":"offers",
             "channels":["%s"],"expiresAfter":"P1D"}"""
                .formatted(key, OFFER, group.key(), channel));
    return this;
  }

  String customersOfTheDemo() {
    return Api.read(installation.demoFile("customers.csv"));
  }

  /**
   * Launches.
   *
   * @return what the run's segment has for members, by profile-service's own count
   */
  Launched launchesWatched(String campaign) {
    JsonNode definition = installation.campaign().get("/v1/campaigns/" + campaign);
    int planned =
        installation
            .profile()
            .post("/v1/segments/" + definition.get("segment").asText() + ":preview", "{}")
            .get("count")
            .asInt();
    return new Launched(
        campaign,
        launches(campaign),
        Category.valueOf(definition.get("category").asText()),
        planned);
  }

  /** Launches and answers the run's id. */
  String launches(String campaign) {
    return installation
        .campaign()
        .post(
            "/v1/campaigns/" + campaign + ":launch",
            "",
            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .get("runId")
        .asText();
  }

  /** The report, once every message of the plan has an answer. */
  JsonNode awaitAnswers(String campaign) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> isAnswered(report(campaign)));
    return report(campaign);
  }

  JsonNode report(String campaign) {
    return installation.campaign().get("/v1/campaigns/" + campaign + "/report");
  }

  private static boolean isAnswered(JsonNode report) {
    return report.get("audienceComplete").asBoolean()
        && report.get("unreconciled").asInt() == 0
        && report.at("/books/pending").asInt() == 0
        && report.at("/books/requested").asInt() == 0
        && report.at("/deferredByReason").properties().stream()
            .allMatch(entry -> entry.getKey().equals("QUIET_HOURS"));
  }
}
