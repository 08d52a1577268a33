package dev.campanile.campaign.report;

import dev.campanile.runtime.http.Scope;
import dev.campanile.runtime.paging.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /v1/runs}: the runs of all campaigns. */
@Path("/v1/runs")
@RolesAllowed(Scope.VIEWER)
@RunOnVirtualThread
public class RunResource {

  private final Reports reports;

  RunResource(Reports reports) {
    this.reports = reports;
  }

  @GET
  @Operation(summary = "The runs of all campaigns, newest first")
  public Page<Reports.RunSummary> runs(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    return reports.runsOf(null, ReportResource.before(cursor), Page.size(limit));
  }
}
