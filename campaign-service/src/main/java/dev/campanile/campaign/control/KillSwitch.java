package dev.campanile.campaign.control;

import dev.campanile.campaign.run.RunControlRepository;
import dev.campanile.campaign.run.RunPump;
import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingRepository;
import dev.campanile.campaign.sending.SendingState;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Topic;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stops everything, holds everything, and lets it go on. */
@ApplicationScoped
class KillSwitch {

  private final Database database;
  private final SendingRepository sending;
  private final RunControlRepository runs;
  private final RunPump pump;
  private final Outbox outbox;
  private final InstantSource time;

  KillSwitch(
      Database database,
      SendingRepository sending,
      RunControlRepository runs,
      RunPump pump,
      Outbox outbox,
      InstantSource time) {
    this.database = database;
    this.sending = sending;
    this.runs = runs;
    this.pump = pump;
    this.outbox = outbox;
    this.time = time;
  }

  Sending now() {
    return database.read(sending::find);
  }

  Sending turn(SendingState wanted, @Nullable String reason, String by) {
    Sending turned = database.transaction(handle -> turn(handle, wanted, reason, by));
    pump.wake();
    return turned;
  }

  private Sending turn(Handle handle, SendingState wanted, @Nullable String reason, String by) {
    Sending before = sending.findLocked(handle);
    if (before.state() == wanted) {
      return before;
    }
    if (before.state() == SendingState.KILLED && wanted == SendingState.PAUSED) {
      throw Problem.conflict(
          "SENDING_KILLED",
          "All sending was stopped, which holds more than a pause. Resume it first: POST"
              + " /v1/sending:resume.");
    }
    var turned = new Sending(wanted, before.version() + 1, reason, by, time.instant());
    Long killed = sending.store(handle, turned);
    List<RunControl> controls = new ArrayList<>();
    if (wanted == SendingState.KILLED) {
      runs.killAll(handle, turned.version(), by, time.instant());
      // Told now, each: when everything may send again, no run may be heard of too late.
      controls.addAll(runs.killed(handle, turned.version()));
    }
    if (before.state() == SendingState.KILLED) {
      // What the kill ended stays so when everything else may send again.
      controls.addAll(runs.killed(handle, before.version()));
    }
    controls.add(
        new RunControl(RunControl.EVERYTHING, wanted.asControl(), turned.version(), killed));
    outbox.add(handle, controls.stream().map(KillSwitch::recordOf).toList());
    return turned;
  }

  private static OutgoingRecords recordOf(RunControl control) {
    return OutgoingRecords.of(
        Topic.RUN_CONTROLS, Bucket.of(control.scope()), control.recordKey(), control);
  }
}
