package dev.campanile.campaign.transactional;

import dev.campanile.campaign.request.IdempotencyKey;
import dev.campanile.contracts.MessageId;
import dev.campanile.runtime.database.Database;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** {@code /v1/messages}: one message to one customer, now. */
@Path("/v1/messages")
@RunOnVirtualThread
public class MessageResource {

  private final MessageSender sender;
  private final TransactionalRepository messages;
  private final Database database;
  private final SecurityIdentity caller;
  private final String gateway;

  MessageResource(
      MessageSender sender,
      TransactionalRepository messages,
      Database database,
      SecurityIdentity caller,
      @ConfigProperty(name = "campanile.gateway-url") Optional<String> gateway) {
    this.sender = sender;
    this.messages = messages;
    this.database = database;
    this.caller = caller;
    this.gateway = gateway.map(url -> url.replaceAll("/+$", "")).orElse("");
  }

  /**
   * Answers 202 when the message is stored and will be gated and sent; the same {@code
   * Idempotency-Key} and body again answer the same message.
   */
  @POST
  @RolesAllowed({Scope.SEND, Scope.PUBLISHER})
  @Operation(summary = "Send one transactional or service message to one customer or address")
  @APIResponse(
      responseCode = "202",
      description = "Taken, or asked for before under this key",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Taken.class)))
  public Response send(
      @HeaderParam(IdempotencyKey.HEADER) @Parameter(required = true, example = "order-BD-1042")
          @Nullable String idempotencyKey,
      @NotNull(message = "send it as JSON") SendRequest request) {
    String key = IdempotencyKey.checked(idempotencyKey);
    MessageId id = sender.send(caller.getPrincipal().getName(), key, request);
    return Response.accepted(new Taken(id, gatewayLink(id), linksOf(id)))
        .location(URI.create(selfLink(id)))
        .build();
  }

  @GET
  @Path("/{id}")
  @RolesAllowed({Scope.SEND, Scope.VIEWER})
  @Operation(summary = "What became of a message")
  public TransactionalMessage get(
      @PathParam("id") @Parameter(example = "88ab072a-5641-8bd6-81c6-731b8db342ea") String id) {
    MessageId messageId = messageId(id);
    return database
        .read(handle -> messages.find(handle, messageId, linksOf(messageId)))
        .orElseThrow(() -> Problem.notFound("transactional message " + id));
  }

  private static MessageId messageId(String text) {
    try {
      return MessageId.of(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "INVALID", "A message's id is a UUID.");
    }
  }

  private Map<String, String> linksOf(MessageId id) {
    return Map.of("self", selfLink(id), "channel-gateway:message", gatewayLink(id));
  }

  private static String selfLink(MessageId id) {
    return "/v1/messages/" + id;
  }

  private String gatewayLink(MessageId id) {
    return gateway + "/v1/messages/" + id;
  }

  /**
   * @param status where the gateway tells every step, with its reasons
   */
  record Taken(MessageId messageId, String status, Map<String, String> links) {}
}
