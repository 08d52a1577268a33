package dev.campanile.campaign.launch;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.campaign.Campaigns;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.estimate.Estimates;
import dev.campanile.campaign.estimate.Plan;
import dev.campanile.campaign.estimate.Plans;
import dev.campanile.campaign.request.AnsweredRequests;
import dev.campanile.campaign.request.AnsweredRequests.NamedRequest;
import dev.campanile.campaign.run.CampaignRun;
import dev.campanile.campaign.run.RunRepository;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.contracts.AudienceRequested;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Makes a run of a campaign and asks for its audience, all in one transaction or not at all. */
@ApplicationScoped
class Launcher {

  private final Database database;
  private final Campaigns campaigns;
  private final Plans plans;
  private final Estimates estimates;
  private final RunRepository runs;
  private final AnsweredRequests answers;
  private final SendingRepository sending;
  private final Outbox outbox;
  private final InstantSource time;

  Launcher(
      Database database,
      Campaigns campaigns,
      Plans plans,
      Estimates estimates,
      RunRepository runs,
      AnsweredRequests answers,
      SendingRepository sending,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.campaigns = campaigns;
    this.plans = plans;
    this.estimates = estimates;
    this.runs = runs;
    this.answers = answers;
    this.sending = sending;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * Asks profile-service while nothing is locked, and looks once more at everything after.
   *
   * @param key the caller's name for this very launch: asked twice, it is one
   */
  RunId launch(String campaign, String caller, String key, LaunchRequest request) {
    var asked =
        new Asked(
            campaign,
            request,
            new NamedRequest("launch " + campaign, caller, key, request.hash(), time.instant()));
    Prepared prepared = database.transaction(handle -> prepare(handle, asked));
    return switch (prepared) {
      case Launched(var run) -> run;
      case Planned(var plan) -> {
        estimates.refuse(plan, request.confirmed());
        yield database.transaction(handle -> launch(handle, asked, plan));
      }
    };
  }

  private Prepared prepare(Handle handle, Asked asked) {
    CampaignDraft campaign = locked(asked);
    Optional<RunId> before = launchedBefore(handle, asked);
    return before.isPresent()
        ? new Launched(before.get())
        : new Planned(plans.of(handle, asked.campaign(), campaign));
  }

  private RunId launch(Handle handle, Asked asked, Plan planned) {
    CampaignDraft campaign = locked(asked);
    Optional<RunId> before = launchedBefore(handle, asked);
    if (before.isPresent()) {
      return before.get();
    }
    Plan plan = plans.of(handle, asked.campaign(), campaign);
    if (!plan.equals(planned)) {
      throw Problem.conflict(
          "CHANGED_MEANWHILE",
          "The campaign or its content was changed while it was launched. Launch it again.");
    }
    CampaignRun run = runOf(runs.nextId(handle), plan, asked.at());
    runs.add(handle, run);
    if (!answers.add(handle, asked.named(), new Launched(run.id()))) {
      throw new IllegalStateException("the campaign is locked, and its launches with it");
    }
    announce(handle, run, plan.content());
    return run.id();
  }

  /** The run that the same request made; a problem when it must not be made. */
  private Optional<RunId> launchedBefore(Handle handle, Asked asked) {
    Optional<RunId> before = answers.find(handle, asked.named(), Launched.class).map(Launched::run);
    if (before.isPresent()) {
      return before;
    }
    sending.requireNotKilled(handle);
    refuseSecond(handle, asked.campaign(), asked.request());
    return Optional.empty();
  }

  /**
   * The lock makes launches of one campaign follow each other: none sees the run of another without
   * its answer, which may be its own.
   */
  private CampaignDraft locked(Asked asked) {
    return campaigns
        .findLocked(asked.campaign())
        .orElseThrow(() -> Problem.notFound("campaign " + asked.campaign()));
  }

  private void refuseSecond(Handle handle, String key, LaunchRequest request) {
    if (request.repeat()) {
      return;
    }
    runs.latest(handle, key)
        .ifPresent(
            run -> {
              throw Problem.conflict(
                      "CAMPAIGN_ALREADY_LAUNCHED",
                      "The campaign "
                          + key
                          + " was launched at "
                          + run.launchedAt()
                          + " as run "
                          + run.id()
                          + ". Its report: GET /v1/campaigns/"
                          + key
                          + "/report. To launch it once more, send {\"repeat\":true} with a new"
                          + " Idempotency-Key.")
                  .with("runId", run.id());
            });
  }

  private static CampaignRun runOf(RunId id, Plan plan, Instant now) {
    CampaignDraft campaign = plan.campaign();
    return new CampaignRun(
        id,
        plan.key(),
        plan.content().ref(),
        campaign.segment(),
        campaign.category(),
        plan.topic(),
        campaign.channels(),
        now,
        now.plus(campaign.validity()),
        campaign.messagesPerSecond(),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        RunControl.State.RUNNING);
  }

  private void announce(Handle handle, CampaignRun run, PublishedContent content) {
    String key = run.id().toString();
    Bucket bucket = Bucket.of(key);
    var control = RunControl.of(run.id(), RunControl.State.RUNNING, 1);
    var audience = new AudienceRequested(run.id(), run.segment(), content.variables());
    outbox.add(
        handle,
        List.of(
            OutgoingRecords.of(Topic.RUN_CONTROLS, bucket, control.recordKey(), control),
            OutgoingRecords.of(Topic.AUDIENCE_REQUESTS, bucket, key, audience)));
  }

  /** One launch, as it was asked for. */
  private record Asked(String campaign, LaunchRequest request, NamedRequest named) {

    Instant at() {
      return named.at();
    }
  }

  private sealed interface Prepared {}

  /** As it is answered, also when it is asked for again. */
  record Launched(RunId run) implements Prepared {}

  private record Planned(Plan plan) implements Prepared {}
}
