package dev.campanile.runtime.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;

/**
 * Answers with something that has a version; its {@code ETag} is what {@link Precondition} asks.
 */
public final class Versioned {

  private Versioned() {}

  public static Response.ResponseBuilder answer(int status, long version, Object body) {
    return Response.status(status).tag(new EntityTag(Long.toString(version))).entity(body);
  }

  public static Response ok(long version, Object body) {
    return answer(200, version, body).build();
  }

  public static Response created(long version, Object body) {
    return answer(201, version, body).build();
  }
}
