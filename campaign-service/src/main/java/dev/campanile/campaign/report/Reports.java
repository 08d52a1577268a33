package dev.campanile.campaign.report;

import dev.campanile.campaign.campaign.Campaigns;
import dev.campanile.campaign.content.PublishedContents;
import dev.campanile.campaign.reading.ReadingRepository;
import dev.campanile.campaign.run.CampaignRun;
import dev.campanile.campaign.run.MessageState;
import dev.campanile.campaign.run.RunRepository;
import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Makes reports of what is counted. */
@ApplicationScoped
class Reports {

  private final Database database;
  private final Campaigns campaigns;
  private final RunRepository runs;
  private final Tallies tallies;
  private final SendingRepository sending;
  private final ReadingRepository readings;
  private final PublishedContents contents;
  private final InstantSource time;

  Reports(
      Database database,
      Campaigns campaigns,
      RunRepository runs,
      Tallies tallies,
      SendingRepository sending,
      ReadingRepository readings,
      PublishedContents contents,
      InstantSource time) {
    this.database = database;
    this.campaigns = campaigns;
    this.runs = runs;
    this.tallies = tallies;
    this.sending = sending;
    this.readings = readings;
    this.contents = contents;
    this.time = time;
  }

  RunReport of(String campaign, @Nullable RunId id) {
    requireCampaign(campaign);
    return database.transaction(
        handle -> {
          CampaignRun run = id == null ? latest(handle, campaign) : named(handle, campaign, id);
          return report(run, tallyOf(handle, run), readingsOf(handle, run), sending.find(handle));
        });
  }

  /**
   * @param campaign none for the runs of all
   */
  Page<RunSummary> runsOf(@Nullable String campaign, @Nullable RunId before, int limit) {
    if (campaign != null) {
      requireCampaign(campaign);
    }
    return database.transaction(
        handle -> {
          var found =
              Page.of(
                  runs.ofCampaign(handle, campaign, before, limit + 1),
                  limit,
                  run -> run.id().toString());
          Sending everything = sending.find(handle);
          var counted = tallies.of(handle, found.data().stream().map(CampaignRun::id).toList());
          return new Page<>(
              found.data().stream()
                  .map(
                      run ->
                          summary(run, counted.getOrDefault(run.id(), Tally.empty()), everything))
                  .toList(),
              found.nextCursor());
        });
  }

  private void requireCampaign(String campaign) {
    if (campaigns.find(campaign).isEmpty()) {
      throw Problem.notFound("campaign " + campaign);
    }
  }

  private CampaignRun latest(Handle handle, String campaign) {
    return runs.latest(handle, campaign)
        .orElseThrow(
            () ->
                Problem.of(
                    404,
                    "NOT_LAUNCHED",
                    "The campaign "
                        + campaign
                        + " was not launched yet: POST /v1/campaigns/"
                        + campaign
                        + ":launch with an Idempotency-Key."));
  }

  private CampaignRun named(Handle handle, String campaign, RunId id) {
    return runs.find(handle, id)
        .filter(run -> run.campaign().equals(campaign))
        .orElseThrow(() -> Problem.notFound("run " + id + " of campaign " + campaign));
  }

  private Tally tallyOf(Handle handle, CampaignRun run) {
    return tallies.of(handle, List.of(run.id())).getOrDefault(run.id(), Tally.empty());
  }

  private ReadingReport readingsOf(Handle handle, CampaignRun run) {
    return ReadingReport.of(
        readings.of(handle, run.id().value()),
        contents.of(handle, run.content()).version().links());
  }

  private RunReport report(
      CampaignRun run, Tally tally, ReadingReport readings, Sending everything) {
    RunState state = RunState.of(tally, controlOf(run, everything));
    return new RunReport(
        run.campaign(),
        run.id(),
        state,
        run.launchedAt(),
        Duration.between(run.launchedAt(), time.instant()).toSeconds(),
        run.content(),
        run.segment(),
        run.messagesPerSecond(),
        tally.planned(),
        tally.audienceComplete(),
        tally.books(),
        tally.unreconciled(),
        tally.acceptedByChannel(),
        tally.byReason(MessageState.SKIPPED),
        tally.byReason(MessageState.DEFERRED),
        tally.byReason(MessageState.FAILED),
        tally.confirmed(),
        tally.confirmedByChannel(),
        readings,
        noteOn(run, state, everything),
        linksOf(run));
  }

  /** A run that was cancelled stays so; a pause of everything holds the others. */
  private static RunControl.State controlOf(CampaignRun run, Sending everything) {
    return switch (run.control()) {
      case PAUSED, CANCELLED -> run.control();
      case RUNNING ->
          everything.state() == SendingState.PAUSED ? RunControl.State.PAUSED : run.control();
    };
  }

  private static RunSummary summary(CampaignRun run, Tally tally, Sending everything) {
    return new RunSummary(
        run.id(),
        run.campaign(),
        RunState.of(tally, controlOf(run, everything)),
        run.launchedAt(),
        run.content(),
        tally.planned(),
        reportOf(run));
  }

  private static @Nullable String noteOn(CampaignRun run, RunState state, Sending everything) {
    return switch (state) {
      case COMPLETED ->
          "The segment "
              + run.segment()
              + " had no members when the run asked, so nothing was sent. See whom it finds with"
              + " POST /v1/segments/"
              + run.segment()
              + ":preview on profile-service, then launch again with {\"repeat\":true}.";
      case PAUSED ->
          everything.state() == SendingState.PAUSED
              ? "All sending is paused. It goes on with POST /v1/sending:resume."
              : "The run is paused. It goes on with POST /v1/campaigns/"
                  + run.campaign()
                  + ":resume.";
      case CANCELLED ->
          "The run was cancelled: what was not handed over by then is skipped for good. Launch again"
              + " with {\"repeat\":true}.";
      case AUDIENCE, SENDING, SETTLED -> null;
    };
  }

  private static Map<String, String> linksOf(CampaignRun run) {
    Map<String, String> links = new LinkedHashMap<>();
    links.put("self", reportOf(run));
    links.put("campaign", "/v1/campaigns/" + run.campaign());
    links.put("runs", "/v1/campaigns/" + run.campaign() + "/runs");
    links.put("channel-gateway:messages", "/v1/messages?run=" + run.id());
    links.put("channel-gateway:ledger", "/v1/runs/" + run.id() + "/ledger");
    return links;
  }

  private static String reportOf(CampaignRun run) {
    return "/v1/campaigns/" + run.campaign() + "/report?run=" + run.id();
  }

  /** One run in a list. */
  record RunSummary(
      RunId runId,
      String campaign,
      RunState state,
      Instant launchedAt,
      ContentRef content,
      long planned,
      String report) {}
}
