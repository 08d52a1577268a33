package dev.campanile.campaign.report;

import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What came of a campaign's runs. */
@Path("/v1/campaigns")
@RolesAllowed(Scope.VIEWER)
@RunOnVirtualThread
public class ReportResource {

  private final Reports reports;

  ReportResource(Reports reports) {
    this.reports = reports;
  }

  /**
   * Of the newest run.
   *
   * @param run of this run instead
   */
  @GET
  @Path("/{key}/report")
  @Extension(name = "x-order", value = "1500", parseValue = true)
  @Operation(summary = "What came of a campaign's newest run, or of the run that is named")
  public RunReport report(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @QueryParam("run") @Nullable String run) {
    return reports.of(key, run == null ? null : runId("run", run));
  }

  @GET
  @Path("/{key}/runs")
  @Operation(summary = "The runs of a campaign, newest first")
  public Page<Reports.RunSummary> runsOf(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return reports.runsOf(key, before(cursor), Page.size(limit));
  }

  static @Nullable RunId before(@Nullable String cursor) {
    return cursor == null ? null : runId("cursor", cursor);
  }

  private static RunId runId(String parameter, String text) {
    try {
      return RunId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "INVALID", parameter + " is not the id of a run.");
    }
  }
}
