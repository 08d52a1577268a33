package dev.campanile.gateway.tracking;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The pixel at the end of a mail. Always an image: a mail shows no errors of ours. */
@Path(OpenResource.PATH + "/{token}")
@PermitAll
@RunOnVirtualThread
public class OpenResource {

  static final String PATH = "/o";

  /** One transparent pixel. */
  private static final byte[] GIF =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final TrackingTokens tokens;
  private final Readings readings;

  OpenResource(TrackingTokens tokens, Readings readings) {
    this.tokens = tokens;
    this.readings = readings;
  }

  @GET
  @Operation(hidden = true)
  public Response show(@PathParam("token") String token, @Context HttpHeaders headers) {
    return answer(token, "GET", headers);
  }

  @HEAD
  @Operation(hidden = true)
  public Response look(@PathParam("token") String token, @Context HttpHeaders headers) {
    return answer(token, "HEAD", headers);
  }

  private Response answer(String token, String method, HttpHeaders headers) {
    Optional<Mark> mark = tokens.read(token).filter(Mark::isPixel);
    mark.ifPresent(it -> readings.note(it, method, headers));
    return Response.status(mark.isPresent() ? 200 : 404)
        .entity(GIF)
        .type("image/gif")
        // Else a mail program's cache would hide who opens a mail again.
        .header(HttpHeaders.CACHE_CONTROL, "no-store, no-cache, must-revalidate, private")
        .header("Pragma", "no-cache")
        .header(HttpHeaders.EXPIRES, "0")
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
