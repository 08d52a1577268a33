package dev.campanile.campaign.request;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/**
 * What an author wrote, as it is stored.
 *
 * @param fresh whether it was made just now
 */
public record Versioned<T>(T draft, long version, boolean fresh) {

  public static <T> Versioned<T> found(T draft, long version) {
    return new Versioned<>(draft, version, false);
  }

  public Response answer() {
    return Response.status(fresh ? Response.Status.CREATED : Response.Status.OK)
        .tag(new EntityTag(Long.toString(version)))
        .entity(draft)
        .build();
  }
}
