package dev.campanile.gateway.report;

import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunId;
import dev.campanile.runtime.http.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages with their attempts and the gate's trace: why did she, or did she not, get it? */
@Path("/v1/messages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("api")
@RunOnVirtualThread
public class MessageResource {

  private static final int MOST = 200;

  private final MessageReader messages;

  MessageResource(MessageReader messages) {
    this.messages = messages;
  }

  /** One message, with everything that is known of it. */
  @GET
  @Path("/{id}")
  public MessageDetail message(@PathParam("id") String id) {
    return messages
        .find(parsed(id, MessageId::of, "id"))
        .orElseThrow(() -> Problem.notFound("message " + id));
  }

  /**
   * A customer's messages, newest first, or a run's.
   *
   * @param cursor {@code nextCursor} of the page before
   */
  @GET
  public MessagePage messages(
      @QueryParam("profile") @Nullable String profile,
      @QueryParam("run") @Nullable String run,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "INVALID", "limit is 1 to " + MOST + ".");
    }
    if (profile != null && run == null) {
      return messages.ofProfile(
          parsed(profile, ProfileId::of, "profile"), limit, Cursor.parsed(cursor));
    }
    if (run != null && profile == null) {
      return messages.ofRun(
          parsed(run, RunId::of, "run"),
          limit,
          cursor == null ? new UUID(0, 0) : parsed(cursor, UUID::fromString, "cursor"));
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
