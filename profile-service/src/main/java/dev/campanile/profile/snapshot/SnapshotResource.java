package dev.campanile.profile.snapshot;

import dev.campanile.contracts.ProfileSnapshots;
import dev.campanile.contracts.SnapshotsRequested;
import dev.campanile.runtime.http.Problem;
import dev.campanile.runtime.http.Scope;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jspecify.annotations.Nullable;

/** Tells campaign-service how customers are. */
@Path("/v1/profiles:snapshots")
@RunOnVirtualThread
public class SnapshotResource {

  private static final String EXAMPLE =
      """
      {"customers": [{"externalId": "C-0001"}], "fields": ["firstName", "orderStatus"]}""";

  private final Snapshots snapshots;

  SnapshotResource(Snapshots snapshots) {
    this.snapshots = snapshots;
  }

  /** Up to 500 customers at once, in no particular order; who is not known is left out. */
  @POST
  @RolesAllowed(Scope.VIEWER)
  @Operation(summary = "How customers are now, with the fields asked for")
  public ProfileSnapshots snapshots(
      @RequestBody(
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_JSON,
                      schema = @Schema(implementation = SnapshotsRequested.class),
                      examples = @ExampleObject(name = "one", value = EXAMPLE)))
          @Nullable SnapshotsRequested request) {
    if (request == null) {
      throw Problem.of(400, "INVALID", "Send customers and fields.");
    }
    return snapshots.of(request);
  }
}
