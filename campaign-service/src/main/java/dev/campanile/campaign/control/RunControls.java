package dev.campanile.campaign.control;

import dev.campanile.campaign.campaign.Campaigns;
import dev.campanile.campaign.run.CampaignRun;
import dev.campanile.campaign.run.ControlledRun;
import dev.campanile.campaign.run.RunControlRepository;
import dev.campanile.campaign.run.RunPump;
import dev.campanile.campaign.run.RunRepository;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Pauses, resumes and cancels runs; the gateway hears of it in the order it was said. */
@ApplicationScoped
class RunControls {

  private final Database database;
  private final Campaigns campaigns;
  private final RunRepository runs;
  private final RunControlRepository controls;
  private final RunPump pump;
  private final Outbox outbox;
  private final InstantSource time;

  RunControls(
      Database database,
      Campaigns campaigns,
      RunRepository runs,
      RunControlRepository controls,
      RunPump pump,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.campaigns = campaigns;
    this.runs = runs;
    this.controls = controls;
    this.pump = pump;
    this.outbox = outbox;
    this.time = time;
  }

  /**
   * @param named none for the newest run
   */
  ControlledRun control(String campaign, @Nullable RunId named, State wanted, String by) {
    if (campaigns.find(campaign).isEmpty()) {
      throw Problem.notFound("campaign " + campaign);
    }
    ControlledRun controlled =
        database.transaction(
            handle -> control(handle, runOf(handle, campaign, named).id(), wanted, by));
    // A cancelled run's messages are booked at once, a resumed one goes on at once.
    pump.wake();
    return controlled;
  }

  private ControlledRun control(Handle handle, RunId id, State wanted, String by) {
    ControlledRun run = controls.lock(handle, id);
    if (run.state() == wanted) {
      return run;
    }
    refuse(run, wanted);
    var controlled = new ControlledRun(id, wanted, run.version() + 1, run.ended());
    Reason reason = wanted == State.CANCELLED ? Reason.RUN_CANCELLED : null;
    controls.store(handle, controlled, reason, by, time.instant());
    RunControl control = controlled.asControl();
    outbox.add(
        handle,
        OutgoingRecords.of(
            Topic.RUN_CONTROLS, Bucket.of(control.scope()), control.recordKey(), control));
    return controlled;
  }

  private static void refuse(ControlledRun run, State wanted) {
    if (run.state() == State.CANCELLED) {
      throw Problem.conflict(
              "RUN_CANCELLED",
              "The run "
                  + run.id()
                  + " was cancelled, and that is for good. To send the campaign after all, launch it"
                  + " again with {\"repeat\":true}.")
          .with("runId", run.id());
    }
    if (run.ended() && wanted != State.RUNNING) {
      throw Problem.conflict(
              "RUN_ENDED",
              "Every message of the run "
                  + run.id()
                  + " was handed over or never will be: there is nothing left to "
                  + (wanted == State.PAUSED ? "pause." : "cancel."))
          .with("runId", run.id());
    }
  }

  private CampaignRun runOf(Handle handle, String campaign, @Nullable RunId named) {
    if (named != null) {
      return runs.find(handle, named)
          .filter(run -> run.campaign().equals(campaign))
          .orElseThrow(() -> Problem.notFound("run " + named + " of campaign " + campaign));
    }
    return runs.latest(handle, campaign)
        .orElseThrow(
            () ->
                Problem.conflict(
                    "NOT_LAUNCHED",
                    "The campaign " + campaign + " was not launched: no run of it is there."));
  }
}
