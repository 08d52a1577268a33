package dev.campanile.campaign.report;

import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.ApiKey;
import dev.campanile.runtime.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What came of a campaign's runs. */
@Path("/v1/campaigns")
@RolesAllowed(ApiKey.ROLE)
@RunOnVirtualThread
public class ReportResource {

  private static final int MOST = 100;

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
  public RunReport report(String key, @QueryParam("run") @Nullable String run) {
    return reports.of(key, run == null ? null : runId("run", run));
  }

  /** Newest first. */
  @GET
  @Path("/{key}/runs")
  public Reports.Page runs(
      String key,
      @QueryParam("limit") @DefaultValue("20") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "INVALID", "limit is 1 to " + MOST + ".");
    }
    return reports.runsOf(key, cursor == null ? null : runId("cursor", cursor), limit);
  }

  private static RunId runId(String parameter, String text) {
    try {
      return RunId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "INVALID", parameter + " is not the id of a run.");
    }
  }
}
