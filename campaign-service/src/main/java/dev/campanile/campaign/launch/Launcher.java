package dev.campanile.campaign.launch;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.campaign.Campaigns;
import dev.campanile.campaign.content.ContentVersionRepository;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.launch.IdempotencyRepository.Answered;
import dev.campanile.campaign.run.CampaignRun;
import dev.campanile.campaign.run.RunRepository;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.contracts.AudienceRequested;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ConsentTopic;
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
import org.jspecify.annotations.Nullable;

/** Makes a run of a campaign and asks for its audience, all in one transaction or not at all. */
@ApplicationScoped
class Launcher {

  private final Database database;
  private final Campaigns campaigns;
  private final ContentVersionRepository contents;
  private final RunRepository runs;
  private final IdempotencyRepository answers;
  private final SendingRepository sending;
  private final Outbox outbox;
  private final InstantSource time;

  Launcher(
      Database database,
      Campaigns campaigns,
      ContentVersionRepository contents,
      RunRepository runs,
      IdempotencyRepository answers,
      SendingRepository sending,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.campaigns = campaigns;
    this.contents = contents;
    this.runs = runs;
    this.answers = answers;
    this.sending = sending;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * @param key the caller's name for this very launch: asked twice, it is one
   */
  RunId launch(String campaign, String key, LaunchRequest request) {
    return database.transaction(handle -> launch(handle, campaign, key, request));
  }

  private RunId launch(Handle handle, String key, String idempotencyKey, LaunchRequest request) {
    // The lock makes launches of one campaign follow each other, those with one key too.
    CampaignDraft campaign =
        campaigns.findLocked(key).orElseThrow(() -> Problem.notFound("campaign " + key));
    Instant now = time.instant();
    String route = "launch " + key;
    Optional<Answered> before = answers.find(handle, route, idempotencyKey, now);
    if (before.isPresent()) {
      return replayed(before.get(), request);
    }
    sending.requireNotKilled(handle);
    refuseSecond(handle, key, request);
    PublishedContent content = contentOf(handle, campaign);
    CampaignRun run = runOf(runs.nextId(handle), key, campaign, content, now);
    runs.add(handle, run);
    answers.add(handle, route, idempotencyKey, new Answered(request.hash(), run.id()), now);
    announce(handle, run, content);
    return run.id();
  }

  private static RunId replayed(Answered before, LaunchRequest request) {
    if (!before.requestHash().equals(request.hash())) {
      throw Problem.of(
              422,
              "IDEMPOTENCY_KEY_REUSED",
              "This Idempotency-Key was used for another request, which made the run "
                  + before.run()
                  + ". Use a new key for a new launch.")
          .with("runId", before.run());
    }
    return before.run();
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

  private PublishedContent contentOf(Handle handle, CampaignDraft campaign) {
    PublishedContent content =
        contents
            .latest(handle, campaign.content())
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "CONTENT_NOT_PUBLISHED",
                        "The content "
                            + campaign.content()
                            + " is not published. Publish it with POST /v1/contents/"
                            + campaign.content()
                            + ":publish and launch again."));
    if (content.category() != campaign.category()) {
      throw mismatch("category", campaign.category(), content.category());
    }
    if (campaign.topic() != null
        && content.topic() != null
        && !campaign.topic().equals(content.topic().value())) {
      throw mismatch("topic", campaign.topic(), content.topic());
    }
    return content;
  }

  private static Problem mismatch(String field, Object campaigns, Object contents) {
    return Problem.conflict(
            "CONTENT_MISMATCH",
            "The campaign's "
                + field
                + " is "
                + campaigns
                + ", its content's is "
                + contents
                + ". Change one of them; a changed content must be published again.")
        .at("/" + field, "must be the content's, " + contents);
  }

  private static CampaignRun runOf(
      RunId id, String key, CampaignDraft campaign, PublishedContent content, Instant now) {
    return new CampaignRun(
        id,
        key,
        content.ref(),
        campaign.segment(),
        campaign.category(),
        topicOf(campaign, content),
        campaign.channels(),
        now,
        now.plus(campaign.validity()),
        LocalDate.ofInstant(now, ZoneOffset.UTC),
        RunControl.State.RUNNING);
  }

  private static @Nullable ConsentTopic topicOf(CampaignDraft campaign, PublishedContent content) {
    return campaign.topic() == null ? content.topic() : new ConsentTopic(campaign.topic());
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
}
