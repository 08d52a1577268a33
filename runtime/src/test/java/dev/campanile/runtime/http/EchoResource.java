package dev.campanile.runtime.http;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to call. */
@Path("/echo")
class EchoResource {

  enum Mood {
    GAY,
    GRAVE
  }

  record Greeting(
      String text, int times, @Nullable Mood mood, @Nullable Instant at, List<String> more) {
    Greeting {
      if (times < 1) {
        throw new IllegalArgumentException("times is at least 1");
      }
      more = more == null ? List.of() : List.copyOf(more);
    }
  }

  record Place(@NotNull(message = "say where") @Nullable String street) {}

  record Parcel(
      @Valid Place to,
      List<@Valid Place> stops,
      Map<String, @Valid Place> ways,
      List<@NotNull(message = "has no word") String> words) {
    Parcel {
      stops = stops == null ? List.of() : List.copyOf(stops);
      ways = ways == null ? Map.of() : Map.copyOf(ways);
      words = words == null ? List.of() : words;
    }
  }

  @POST
  @RolesAllowed(Scope.AUTHOR)
  @Path("/parcel")
  public String send(@Valid @NotNull(message = "send it as JSON") Parcel parcel) {
    return "sent";
  }

  @POST
  @RolesAllowed(Scope.AUTHOR)
  public Greeting echo(Greeting greeting) {
    return greeting;
  }

  @GET
  @RolesAllowed(Scope.VIEWER)
  @Path("/number")
  public String number(@QueryParam("n") @Nullable Integer n, @QueryParam("mood") @Nullable Mood m) {
    return n + " " + m;
  }

  @POST
  @RolesAllowed(Scope.PUBLISHER)
  @Path("/{key}:ring")
  public String ring(@PathParam("key") String key) {
    return key;
  }

  @GET
  @PermitAll
  @Path("/broken")
  public String broken() {
    throw new IllegalStateException("secret of the house");
  }

  @GET
  @PermitAll
  @Path("/away")
  public String away(@QueryParam("state") String state) {
    throw new IllegalStateException(
        "could not commit", new SQLException("connection to 10.0.0.7 refused", state));
  }

  @GET
  @Path("/forgotten")
  public String forgotten() {
    return "nobody said who may call this";
  }

  @GET
  @RolesAllowed(Scope.ADMINISTRATOR)
  @Path("/conflict")
  public String conflict() {
    throw Problem.conflict("TAKEN", "Choose another key.").with("runId", "r-1").at("/key", "taken");
  }
}
