package dev.campanile.gateway.report;

import dev.campanile.contracts.RunId;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.runtime.database.Database;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run's books. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("api")
@RunOnVirtualThread
public class RunLedgerResource {

  private static final String COUNT =
      """
      select state, channel, reason, cast(count(*) as int) as messages
        from message
       where run_id = :run
       group by state, channel, reason
      """;

  private final Database database;

  RunLedgerResource(Database database) {
    this.database = database;
  }

  /** Counted now; a run the gateway has heard nothing of has all zeros. */
  @GET
  @Path("/{runId}/ledger")
  public RunLedger ledger(@PathParam("runId") String runId) {
    RunId run = MessageResource.parsed(runId, RunId::of, "runId");
    List<Count> counts =
        database.read(
            handle ->
                handle
                    .createQuery(COUNT)
                    .bind("run", run.value())
                    .map(
                        (row, _) ->
                            new Count(
                                MessageState.valueOf(row.getString("state")),
                                row.getString("channel"),
                                row.getString("reason"),
                                row.getInt("messages")))
                    .list());
    return RunCounts.ledger(run, counts);
  }

  /** Messages that are alike. */
  record Count(
      MessageState state, @Nullable String channel, @Nullable String reason, int messages) {}
}
