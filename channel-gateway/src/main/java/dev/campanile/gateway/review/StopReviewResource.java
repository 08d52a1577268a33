package dev.campanile.gateway.review;

import dev.campanile.gateway.page.Cursor;
import dev.campanile.gateway.review.StopReview.Verdict;
import dev.campanile.runtime.http.FieldError;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Sentences such as "please stop texting me": they bind at once, like STOP, and wait here for
 * somebody to read them.
 */
@Path("/v1/stop-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StopReviewResource {

  private static final int MOST = 200;

  private final StopReviews reviews;
  private final SecurityIdentity caller;

  StopReviewResource(StopReviews reviews, SecurityIdentity caller) {
    this.reviews = reviews;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "Sentences that were taken for a STOP, newest first")
  public StopReviewPage list(
      @Parameter(description = "true for those that were decided; otherwise those that wait")
          @QueryParam("decided")
          @DefaultValue("false")
          boolean decided,
      @Parameter(description = "1 to 200", example = "50") @QueryParam("limit") @DefaultValue("50")
          int limit,
      @Parameter(description = "nextCursor of the page before") @QueryParam("cursor")
          @Nullable String cursor) {
    if (limit < 1 || limit > MOST) {
      throw Problem.of(400, "INVALID", "limit is 1 to " + MOST + ".");
    }
    List<StopReview> page = reviews.page(decided, Cursor.parsed(cursor), limit);
    return new StopReviewPage(page, page.size() < limit ? null : next(page.getLast()));
  }

  /** What was a stop stays one; of what was none, this very sentence's no is taken back. */
  @POST
  @Path("/{id}:decide")
  @RolesAllowed(Scope.ADMINISTRATOR)
  @Operation(summary = "Say whether a sentence was a STOP")
  public StopReview decide(
      @PathParam("id") @Parameter(example = "0199a8f0-0000-7000-8000-0000000000bb") String id,
      @NotNull(message = "send it as JSON") StopDecision decision) {
    if (decision.verdict() == null) {
      throw Problem.invalid(List.of(new FieldError("/verdict", "STOP or NO_STOP")));
    }
    return reviews.decide(parsed(id), decision.verdict(), caller.getPrincipal().getName());
  }

  private static UUID parsed(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound("stop review " + id);
    }
  }

  private static String next(StopReview last) {
    return new Cursor(last.askedAt(), last.id()).text();
  }

  /** A page. */
  public record StopReviewPage(List<StopReview> data, @Nullable String nextCursor) {}

  /** What whoever read the sentence says. */
  @Schema(example = "{\"verdict\": \"NO_STOP\"}")
  public record StopDecision(@Nullable Verdict verdict) {}
}
