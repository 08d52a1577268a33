package dev.campanile.gateway.inbound;

import com.twilio.twiml.MessagingResponse;
import com.twilio.twiml.messaging.Body;
import com.twilio.twiml.messaging.Message;
import dev.campanile.gateway.twilio.SignedCallbacks;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
 * What customers write to our numbers, told by Twilio. Public, and believed only when signed: 403
 * changes nothing. The answer is TwiML, empty unless we have something to say.
 */
@Path(InboundResource.PATH)
@PermitAll
@RunOnVirtualThread
public class InboundResource {

  static final String PATH = "/v1/callbacks/twilio/inbound";

  private final SignedCallbacks callbacks;
  private final Inbox inbox;
  private final InstantSource clock;

  InboundResource(SignedCallbacks callbacks, Inbox inbox, InstantSource clock) {
    this.callbacks = callbacks;
    this.inbox = inbox;
    this.clock = clock;
  }

  @POST
  @Extension(name = "x-not-executed", value = "Only Twilio can sign it")
  @Operation(summary = "What a customer wrote, told and signed by Twilio; answered in TwiML")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_XML)
  public Response inbound(
      @HeaderParam(SignedCallbacks.SIGNATURE) @Nullable String signature,
      @Context UriInfo uri,
      String form) {
    Optional<Map<String, String>> fields =
        callbacks.verified(PATH, uri.getRequestUri().getRawQuery(), form, signature);
    if (fields.isEmpty()) {
      return Response.status(Response.Status.FORBIDDEN).build();
    }
    Optional<String> reply =
        InboundMessage.of(fields.get(), clock.instant()).flatMap(inbox::receive);
    return Response.ok(twiml(reply)).build();
  }

  private static String twiml(Optional<String> reply) {
    var response = new MessagingResponse.Builder();
    reply.ifPresent(
        text ->
            response.message(new Message.Builder().body(new Body.Builder(text).build()).build()));
    return response.build().toXml();
  }
}
