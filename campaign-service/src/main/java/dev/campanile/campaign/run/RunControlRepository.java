package dev.campanile.campaign.run;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What runs may do, as people say. */
@ApplicationScoped
public class RunControlRepository {

  /** Everything was requested and answered, and the gateway keeps none for later. */
  private static final String ENDED =
      """
      (r.pumped_at is not null
       and (select coalesce(sum(a.answered), 0) >= r.requested
                   and coalesce(sum(a.deferred), 0) <= 0
              from run_answer a
             where a.run_id = r.id))
      """;

  /** Waits for the pump's batch, and the pump for it; not for the audience that comes in. */
  private static final String LOCK =
      """
      select r.id, r.control, r.control_version, %s as ended
        from run r
       where r.id = :run
         for no key update
      """
          .formatted(ENDED);

  private static final String CONTROL =
      """
      update run
         set control = :state, control_version = :version, cancel_reason = :reason,
             controlled_by = :by, controlled_at = :now
       where id = :run
      """;

  private static final String KILL_ALL =
      """
      update run r
         set control = 'CANCELLED', control_version = r.control_version + 1,
             cancel_reason = 'KILLED', controlled_by = :by, controlled_at = :now,
             killed_by_version = :version
       where r.control <> 'CANCELLED'
         and (r.pumped_at is null or r.expires_at > :now)
         and not %s
      """
          .formatted(ENDED);

  private static final String KILLED =
      """
      select id, control_version
        from run
       where killed_by_version = :version
       order by id
      """;

  public ControlledRun lock(Handle handle, RunId run) {
    return handle
        .createQuery(LOCK)
        .bind("run", run.value())
        .map(
            (row, _) ->
                new ControlledRun(
                    run,
                    RunControl.State.valueOf(row.getString("control")),
                    row.getLong("control_version"),
                    row.getBoolean("ended")))
        .one();
  }

  /**
   * @param cancelReason what its pending messages are skipped with; for a cancelled run only
   */
  public void store(
      Handle handle, ControlledRun run, @Nullable Reason cancelReason, String by, Instant now) {
    handle
        .createUpdate(CONTROL)
        .bind("run", run.id().value())
        .bind("state", run.state().name())
        .bind("version", run.version())
        .bind("reason", cancelReason == null ? null : cancelReason.name())
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** Cancels every run that could still send something; answers how many that were. */
  public int killAll(Handle handle, long sendingVersion, String by, Instant now) {
    return handle
        .createUpdate(KILL_ALL)
        .bind("version", sendingVersion)
        .bind("by", by)
        .bind("now", now)
        .execute();
  }

  /** The controls of those that a kill ended. */
  public List<RunControl> killed(Handle handle, long sendingVersion) {
    return handle
        .createQuery(KILLED)
        .bind("version", sendingVersion)
        .map(
            (row, _) ->
                RunControl.of(
                    new RunId(row.getObject("id", UUID.class)),
                    RunControl.State.CANCELLED,
                    row.getLong("control_version")))
        .list();
  }
}
