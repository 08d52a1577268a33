package dev.campanile.campaign.estimate;

import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** {@code POST /v1/campaigns/{key}:estimate}: what a launch would do, without launching. */
@Path("/v1/campaigns")
@RolesAllowed(Scope.AUTHOR)
@RunOnVirtualThread
public class EstimateResource {

  private final Estimates estimates;

  EstimateResource(Estimates estimates) {
    this.estimates = estimates;
  }

  @POST
  @Path("/{key}:estimate")
  @Operation(summary = "Whom a launch would reach now, whom not and why, and what they lack")
  public Estimate estimate(@PathParam("key") @Parameter(example = "weekend-offer") String key) {
    return estimates.of(key);
  }
}
