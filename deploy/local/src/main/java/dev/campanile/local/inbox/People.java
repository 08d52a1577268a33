package dev.campanile.local.inbox;

import dev.campanile.local.http.BadRequest;
import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who the customers are and what the gateway decided about them, with the services' keys added. */
final class People {
  private static final String ID = "[A-Za-z0-9-]{1,64}";

  private final OwnPageOnly door;
  private final JsonApi profiles;
  private final JsonApi gateway;

  People(OwnPageOnly door, JsonApi profiles, JsonApi gateway) {
    this.door = door;
    this.profiles = profiles;
    this.gateway = gateway;
  }

  void addTo(LocalHttp http) {
    http.on("GET", "/inbox/profiles", door.guard(this::list));
    http.on(
        "GET",
        "/inbox/profiles/{id}",
        door.guard(call -> Passing.on(profiles, "/v1/profiles/" + id(call))));
    http.on(
        "GET",
        "/inbox/profiles/{id}/messages",
        door.guard(call -> Passing.on(gateway, "/v1/messages?limit=50&profile=" + id(call))));
    http.on(
        "GET",
        "/inbox/messages/{id}",
        door.guard(call -> Passing.on(gateway, "/v1/messages/" + id(call))));
  }

  private HttpAnswer list(HttpCall call) {
    String query =
        Stream.of("limit", "cursor")
            .flatMap(name -> call.query().first(name).map(value -> Map.entry(name, value)).stream())
            .map(field -> field.getKey() + "=" + Passing.encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return Passing.on(profiles, "/v1/profiles?" + query);
  }

  private static String id(HttpCall call) {
    String id = call.variable("id");
    if (!id.matches(ID)) {
      throw new BadRequest("An id has letters, digits and hyphens.");
    }
    return id;
  }
}
