package dev.campanile.campaign.launch;

import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/campaigns/{key}:launch}. */
@Path("/v1/campaigns")
@RolesAllowed(Scope.PUBLISHER)
@RunOnVirtualThread
public class LaunchResource {

  private final Launcher launcher;
  private final SecurityIdentity caller;

  LaunchResource(Launcher launcher, SecurityIdentity caller) {
    this.launcher = launcher;
    this.caller = caller;
  }

  /**
   * Answers 202 with the run; the same {@code Idempotency-Key} and body again answer the same run.
   *
   * @param request may be left out
   */
  @POST
  @Path("/{key}:launch")
  @Consumes(MediaType.APPLICATION_JSON)
  @Extension(name = "x-order", value = "-1", parseValue = true)
  @Operation(summary = "Send a campaign to everybody in its segment")
  @APIResponse(
      responseCode = "202",
      description = "Under way, or asked for before under this key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Launched.class)))
  public Response launch(
      @PathParam("key") @Parameter(example = "weekend-offer") String key,
      @HeaderParam(IdempotencyKey.HEADER) @Parameter(required = true, example = "weekend-47")
          @Nullable String idempotencyKey,
      @Nullable LaunchRequest request) {
    RunId run =
        launcher.launch(
            key,
            caller.getPrincipal().getName(),
            IdempotencyKey.checked(idempotencyKey),
            request == null ? LaunchRequest.FIRST : request);
    String report = "/v1/campaigns/" + key + "/report";
    return Response.accepted(new Launched(run, key, report + "?run=" + run))
        .location(URI.create(report))
        .build();
  }

  /**
   * @param report where to follow this very run
   */
  record Launched(RunId runId, String campaign, String report) {}
}
