package dev.campanile.campaign.control;

import dev.campanile.campaign.sending.Sending;
import dev.campanile.campaign.sending.SendingState;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** {@code /v1/sending}: the kill switch. */
@Path("/v1")
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
public class SendingResource {

  private static final int LONGEST_REASON = 500;

  private final KillSwitch killSwitch;
  private final SecurityIdentity caller;

  SendingResource(KillSwitch killSwitch, SecurityIdentity caller) {
    this.killSwitch = killSwitch;
    this.caller = caller;
  }

  @GET
  @Path("/sending")
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "Whether anything may be sent, and who said so")
  public Sending sending() {
    return killSwitch.now();
  }

  /** What was handed over stays handed over; all else of every run is skipped, now and for good. */
  @POST
  @Path("/sending:kill")
  @RolesAllowed(Scope.ADMINISTRATOR)
  @Extension(name = "x-order", value = "1", parseValue = true)
  @Operation(summary = "Stop everything: skip for good whatever was not handed over yet")
  public Sending kill(@Nullable Change change) {
    return turn(SendingState.KILLED, change);
  }

  @POST
  @Path("/sending:pause")
  @RolesAllowed(Scope.ADMINISTRATOR)
  @Operation(summary = "Hold everything until it is resumed")
  public Sending pause(@Nullable Change change) {
    return turn(SendingState.PAUSED, change);
  }

  @POST
  @Path("/sending:resume")
  @RolesAllowed(Scope.ADMINISTRATOR)
  @Extension(name = "x-order", value = "2", parseValue = true)
  @Operation(summary = "Let what was paused go on, and take new launches after a kill")
  public Sending resume(@Nullable Change change) {
    return turn(SendingState.RUNNING, change);
  }

  private Sending turn(SendingState wanted, @Nullable Change change) {
    String reason = change == null ? null : change.reason();
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw Problem.of(400, "INVALID", "Say it in up to " + LONGEST_REASON + " characters.")
          .at("/reason", "at most " + LONGEST_REASON + " characters");
    }
    return killSwitch.turn(wanted, reason, caller.getPrincipal().getName());
  }

  /**
   * @param reason for whoever wonders why nothing is sent
   */
  @Schema(example = "{\"reason\": \"A price in the weekend offer is wrong.\"}")
  public record Change(@Nullable String reason) {}
}
