package dev.campanile.runtime.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Something to call. */
@Path("/echo")
class EchoResource {

  record Greeting(String text, int times) {
    Greeting {
      if (times < 1) {
        throw new IllegalArgumentException("times is at least 1");
      }
    }
  }

  @POST
  @RolesAllowed(ApiKey.ROLE)
  public Greeting echo(Greeting greeting) {
    return greeting;
  }

  @GET
  @PermitAll
  @Path("/broken")
  public String broken() {
    throw new IllegalStateException("secret of the house");
  }

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "nobody said who may call this";
  }

  @GET
  @RolesAllowed(ApiKey.ROLE)
  @Path("/conflict")
  public String conflict() {
    throw Problem.conflict("TAKEN", "Choose another key.").with("runId", "r-1").at("/key", "taken");
  }
}
