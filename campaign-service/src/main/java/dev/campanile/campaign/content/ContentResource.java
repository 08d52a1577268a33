package dev.campanile.campaign.content;

import dev.campanile.campaign.key.AuthoredKey;
import dev.campanile.runtime.http.ApiKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /v1/contents}: drafts are edited, published versions never change. */
@Path("/v1/contents")
@RolesAllowed(ApiKey.ROLE)
@RunOnVirtualThread
public class ContentResource {

  private final Drafting drafting;
  private final Publisher publisher;

  ContentResource(Drafting drafting, Publisher publisher) {
    this.drafting = drafting;
    this.publisher = publisher;
  }

  @PUT
  @Path("/{key}")
  public Response put(String key, @NotNull(message = "send it as JSON") ContentDraft draft) {
    boolean fresh = drafting.put(AuthoredKey.checked(key), draft);
    return Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
        .entity(draft)
        .build();
  }

  @GET
  @Path("/{key}")
  public ContentDraft get(String key) {
    return drafting.get(key);
  }

  /**
   * Answers {@code {"key", "version"}}; 400 lists everything that must be mended first, by JSON
   * pointer into the draft.
   */
  @POST
  @Path("/{key}:publish")
  public Publisher.Answer publish(String key) {
    return publisher.publish(key);
  }
}
