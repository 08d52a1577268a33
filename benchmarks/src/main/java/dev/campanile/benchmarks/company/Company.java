package dev.campanile.benchmarks.company;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.benchmarks.audience.Audience;
import dev.campanile.benchmarks.audience.CsvFiles;
import dev.campanile.benchmarks.installation.Installation;
import dev.campanile.benchmarks.installation.Patience;
import dev.campanile.benchmarks.installation.Topics;
import dev.campanile.benchmarks.oracle.Books;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.services.Service;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has customers, writes contents and launches campaigns. */
public final class Company {
  private static final String BRAND = "shop";
  private static final String CARDS = "profile.contacts";
  private static final String CARD_READER = "channel-gateway.profile-contacts";
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration FOR_A_FILE = Duration.ofMinutes(5);

  private final Installation installation;
  private final JsonApi profiles;
  private final JsonApi campaigns;
  private final JsonApi gateway;

  public Company(Installation installation) {
    this.installation = installation;
    this.profiles = installation.api(Service.PROFILE);
    this.campaigns = installation.api(Service.CAMPAIGN);
    this.gateway = installation.api(Service.GATEWAY);
  }

  /** Imports the people, and makes the segment that finds them. */
  public void has(Audience audience) {
    for (String file : CsvFiles.of(audience)) {
      String id =
          profiles.postText("/v1/imports?source=benchmark", "text/csv", file).path("id").asText();
      Patience.await(
          "the import of a file",
          FOR_A_FILE,
          PAUSE,
          () -> ended(profiles.get("/v1/imports/" + id)));
    }
    profiles.put("/v1/segments/" + audience.part(), audience.segment());
  }

  private static boolean ended(JsonNode job) {
    String state = job.path("state").asText();
    if (state.equals("RUNNING") || state.equals("QUEUED") || state.equals("PENDING")) {
      return false;
    }
    if (!state.equals("COMPLETED") || job.path("refused").asInt() > 0) {
      throw new CannotContinue("The import did not go well: " + job);
    }
    return true;
  }

  /** Until the gateway knows of everybody: what is measured is sending, not importing. */
  public void awaitCards(Topics topics) {
    Patience.await(
        "every contact card leaves profile-service",
        FOR_A_FILE,
        PAUSE,
        () -> installation.metric(Service.PROFILE, "campanile_outbox_rows") == 0);
    Patience.await(
        "the gateway has read every contact card",
        FOR_A_FILE,
        PAUSE,
        () -> topics.lag(CARD_READER, CARDS) == 0);
  }

  public void publishes(String key, Map<String, Object> content) {
    campaigns.put("/v1/brands/" + BRAND, Contents.brand("Shop & Sons"));
    campaigns.put("/v1/contents/" + key, content);
    campaigns.post("/v1/contents/" + key + ":publish", Map.of(), Map.of());
  }

  public void plans(String campaign, String content, String segment) {
    campaigns.put("/v1/campaigns/" + campaign, plan(content, segment));
  }

  /** A campaign that is sent at a speed of its own. */
  public void plans(String campaign, String content, String segment, int messagesPerSecond) {
    Map<String, Object> plan = plan(content, segment);
    plan.put("messagesPerSecond", messagesPerSecond);
    campaigns.put("/v1/campaigns/" + campaign, plan);
  }

  private static Map<String, Object> plan(String content, String segment) {
    Map<String, Object> plan = new HashMap<>();
    plan.put("name", "Benchmark");
    plan.put("content", content);
    plan.put("segment", segment);
    plan.put("category", "MARKETING");
    plan.put("topic", "offers");
    plan.put("channels", List.of("EMAIL"));
    plan.put("expiresAfter", "P1D");
    return plan;
  }

  /** Ends the latest run. */
  public void cancels(String campaign) {
    campaigns.post("/v1/campaigns/" + campaign + ":cancel", Map.of(), Map.of());
  }

  /** Launches, also again, and returns the run's id. */
  public String launches(String campaign) {
    return campaigns
        .post(
            "/v1/campaigns/" + campaign + ":launch",
            Map.of("repeat", true),
            Map.of("Idempotency-Key", UUID.randomUUID().toString()))
        .path("runId")
        .asText();
  }

  public Report report(String campaign, String run) {
    return Report.parse(campaigns.get("/v1/campaigns/" + campaign + "/report?run=" + run));
  }

  public Books ledger(String run) {
    JsonNode ledger = gateway.get("/v1/runs/" + run + "/ledger");
    return new Books(ledger.path("total").asLong(), Report.terms(ledger.path("books")));
  }

  /** Where single messages are asked for. */
  public String campaignService() {
    return campaigns.baseUrl();
  }

  /** The latest of what profile-service knows of a customer. */
  public JsonNode timeline(String profile) {
    return profiles.get("/v1/profiles/" + profile + "/timeline?limit=50").path("data");
  }
}
