package dev.campanile.gateway.report;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunId;
import dev.campanile.gateway.page.Cursor;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Messages with their attempts and the gate's trace: why did she, or did she not, get it? */
@Path("/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MessageResource {

  private static final int MOST = 200;

  private final MessageReader messages;

  MessageResource(MessageReader messages) {
    this.messages = messages;
  }

  /** One message, with everything that is known of it; who sent it may follow it. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Scope.VIEWER, Scope.SEND})
  @Operation(
      summary = "One message: its state, its attempts, and why it went or did not go",
      description = "404 until the gateway has heard of it, which takes a moment after the 202.")
  public MessageDetail message(
      @Parameter(example = "0d8f1f0e-6c3f-8a52-9d6e-0a4b8c7d2e11") @PathParam("id") String id) {
    return messages
        .find(parsed(id, MessageId::of, "id"))
        .orElseThrow(() -> Problem.notFound("message " + id));
  }

  /**
   * A customer's messages, or a run's, newest first.
   *
   * @param cursor {@code nextCursor} of the page before
   */
  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "A customer's messages, or a run's, newest first; one of both is asked for")
  public MessagePage messages(
      @Parameter(example = "0199a8f0-0000-7000-8000-000000000001") @QueryParam("profile")
          @Nullable String profile,
      @Parameter(description = "A run's id, instead of a customer's") @QueryParam("run")
          @Nullable String run,
      @Parameter(description = "1 to 200", example = "50") @QueryParam("limit") @DefaultValue("50")
          int limit,
      @Parameter(description = "nextCursor of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "INVALID", "limit is 1 to " + MOST + ".");
    }
    if (profile != null && run == null) {
      return messages.ofProfile(
          parsed(profile, ProfileId::of, "profile"), limit, Cursor.parsed(cursor));
    }
    if (run != null && profile == null) {
      return messages.ofRun(parsed(run, RunId::of, "run"), limit, Cursor.parsed(cursor));
    }
    throw Problem.of(400, "INVALID", "Say whose messages: either ?profile= or ?run= with its id.");
  }

  static <T> T parsed(String text, Function<String, T> parser, String what) {
    try {
      return parser.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.of(400, "INVALID", what + " is not an id: it has the form of a UUID.");
    }
  }
}
