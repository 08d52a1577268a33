package dev.campanile.gateway.report;

import dev.campanile.contracts.RunId;
import dev.campanile.gateway.ledger.MessageState;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A run's books. */
@Path("/v1/runs")
@Produces(MediaType.APPLICATION_JSON)
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
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "What became of a run's messages, each term counted from its own rows")
  public RunLedger ledger(
      @Parameter(example = "0199a8f0-0000-7000-8000-0000000000aa") @PathParam("runId")
          String runId) {
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
