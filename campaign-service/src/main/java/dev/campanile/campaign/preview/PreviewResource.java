package dev.campanile.campaign.preview;

import dev.campanile.campaign.request.AnsweredRequests.NamedRequest;
import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.campaign.request.RequestHash;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code :preview} and {@code :test} of a content. */
@Path("/v1/contents")
@RolesAllowed(Scope.AUTHOR)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
public class PreviewResource {

  private static final PreviewRequest SIMPLY = new PreviewRequest(null, null, null, null, null);

  private final Previews previews;
  private final ContentTests tests;
  private final SecurityIdentity caller;

  PreviewResource(Previews previews, ContentTests tests, SecurityIdentity caller) {
    this.previews = previews;
    this.tests = tests;
    this.caller = caller;
  }

  /** A draft that could not be published is refused with the same findings. */
  @POST
  @Path("/{key}:preview")
  @Operation(summary = "The content as one customer would get it, on every channel side by side")
  public Preview preview(
      @PathParam("key") @Parameter(example = "order-out-for-delivery") String key,
      @Nullable PreviewRequest request) {
    return previews.of(key, request == null ? SIMPLY : request);
  }

  /** Marked as a test wherever it is seen, and counted nowhere. */
  @POST
  @Path("/{key}:test")
  @Operation(summary = "Send the draft to up to ten addresses")
  @APIResponse(
      responseCode = "202",
      description = "On its way, or asked for before under this key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SentTest.class)))
  public Response test(
      @PathParam("key") @Parameter(example = "order-out-for-delivery") String key,
      @HeaderParam(IdempotencyKey.HEADER) @Parameter(required = true, example = "look-at-it-1")
          @Nullable String idempotencyKey,
      @NotNull(message = "send it as JSON") TestRequest request) {
    var named =
        new NamedRequest(
            "test " + key,
            caller.getPrincipal().getName(),
            IdempotencyKey.checked(idempotencyKey),
            RequestHash.of(request),
            tests.now());
    return Response.accepted(tests.send(key, request, named)).build();
  }
}
