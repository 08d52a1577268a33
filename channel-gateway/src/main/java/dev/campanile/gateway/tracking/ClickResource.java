package dev.campanile.gateway.tracking;

import dev.campanile.gateway.link.PublicPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** A tracked link: notes the click and leads on. Noting never stands in the way. */
@Path(ClickResource.PATH + "/{token}")
@PermitAll
@RunOnVirtualThread
public class ClickResource {

  static final String PATH = "/c";

  private static final Logger LOG = Logger.getLogger(ClickResource.class);
  private static final int LATER_SECONDS = 5;

  private final TrackingTokens tokens;
  private final ClickTargets targets;
  private final Readings readings;

  ClickResource(TrackingTokens tokens, ClickTargets targets, Readings readings) {
    this.tokens = tokens;
    this.targets = targets;
    this.readings = readings;
  }

  @GET
  @Operation(hidden = true)
  public Response follow(@PathParam("token") String token, @Context HttpHeaders headers) {
    return answer(token, "GET", headers);
  }

  @HEAD
  @Operation(hidden = true)
  public Response look(@PathParam("token") String token, @Context HttpHeaders headers) {
    return answer(token, "HEAD", headers);
  }

  private Response answer(String token, String method, HttpHeaders headers) {
    Optional<Mark> mark = tokens.read(token).filter(it -> !it.isPixel());
    Optional<String> target;
    try {
      target = mark.flatMap(targets::of);
    } catch (RuntimeException e) {
      LOG.warnf("a click has to wait: %s", e.getClass().getName());
      return PublicPage.of(503, TrackingPage.said(PageText.later(PublicPage.language(headers))))
          .header(HttpHeaders.RETRY_AFTER, LATER_SECONDS)
          .build();
    }
    if (mark.isEmpty() || target.isEmpty()) {
      return PublicPage.of(404, TrackingPage.said(PageText.unknown(PublicPage.language(headers))))
          .build();
    }
    readings.note(mark.get(), method, headers);
    return Response.status(Response.Status.FOUND)
        .header(HttpHeaders.LOCATION, target.get())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex")
        .build();
  }
}
