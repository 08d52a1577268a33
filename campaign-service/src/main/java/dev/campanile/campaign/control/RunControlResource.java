package dev.campanile.campaign.control;

import dev.campanile.campaign.run.ControlledRun;
import dev.campanile.contracts.RunControl.State;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Pauses, resumes and cancels a campaign's run. Asking for what is so already changes nothing; 409
 * says what cannot be any more.
 */
@Path("/v1/campaigns")
@RolesAllowed(Scope.PUBLISHER)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
public class RunControlResource {

  private final RunControls controls;
  private final SecurityIdentity caller;

  RunControlResource(RunControls controls, SecurityIdentity caller) {
    this.controls = controls;
    this.caller = caller;
  }

  @POST
  @Path("/{key}:pause")
  @Operation(summary = "Hold what a run has not handed over yet, until it is resumed")
  public Answer pause(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @Nullable WhichRun request) {
    return control(key, request, State.PAUSED);
  }

  @POST
  @Path("/{key}:resume")
  @Operation(summary = "Let a paused run go on")
  public Answer resume(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @Nullable WhichRun request) {
    return control(key, request, State.RUNNING);
  }

  @POST
  @Path("/{key}:cancel")
  @Extension(name = "x-order", value = "1", parseValue = true)
  @Operation(summary = "Skip for good what a run has not handed over yet")
  public Answer cancel(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @Nullable WhichRun request) {
    return control(key, request, State.CANCELLED);
  }

  private Answer control(String key, @Nullable WhichRun request, State wanted) {
    String name = caller.getPrincipal().getName();
    ControlledRun run = controls.control(key, request == null ? null : request.id(), wanted, name);
    return new Answer(
        run.id(),
        key,
        run.state(),
        run.version(),
        "/v1/campaigns/" + key + "/report?run=" + run.id());
  }

  /**
   * @param run none for the newest
   */
  @Schema(example = "{}")
  public record WhichRun(@Nullable String run) {

    @Nullable RunId id() {
      try {
        return run == null ? null : RunId.of(run);
      } catch (IllegalArgumentException e) {
        throw Problem.of(400, "INVALID", "run is not the id of a run.")
            .at("/run", "the runId of a launch");
      }
    }
  }

  /**
   * @param version rises with every change
   * @param report where to see what it does
   */
  record Answer(RunId runId, String campaign, State state, long version, String report) {}
}
