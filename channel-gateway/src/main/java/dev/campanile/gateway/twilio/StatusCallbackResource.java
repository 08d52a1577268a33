package dev.campanile.gateway.twilio;

import dev.campanile.gateway.channel.DeliveryReports;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's word on what became of an attempt. Public, and believed only when signed: 403 changes
 * nothing; any verified callback is answered 204, so that Twilio does not repeat it.
 */
@Path(StatusCallbackResource.PATH)
@PermitAll
@RunOnVirtualThread
public class StatusCallbackResource {

  static final String PATH = "/v1/callbacks/twilio/status";

  private final SignedCallbacks callbacks;
  private final DeliveryReports reports;
  private final InstantSource clock;

  StatusCallbackResource(SignedCallbacks callbacks, DeliveryReports reports, InstantSource clock) {
    this.callbacks = callbacks;
    this.reports = reports;
    this.clock = clock;
  }

  @POST
  @Extension(name = "x-not-executed", value = "Only Twilio can sign it")
  @Operation(summary = "What became of a hand-off, told and signed by Twilio")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response status(
      @QueryParam("m") @Nullable String message,
      @QueryParam("a") @Nullable String attempt,
      @HeaderParam(SignedCallbacks.SIGNATURE) @Nullable String signature,
      @Context UriInfo uri,
      String form) {
    Optional<Map<String, String>> fields =
        callbacks.verified(PATH, uri.getRequestUri().getRawQuery(), form, signature);
    if (fields.isEmpty()) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    StatusCallback.read(message, attempt, fields.get(), clock.instant()).ifPresent(reports::report);
    return Response.noContent().build();
  }
}
