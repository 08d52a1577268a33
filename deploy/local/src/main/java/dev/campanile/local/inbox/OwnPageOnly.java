package dev.campanile.local.inbox;

import dev.campanile.local.http.HttpAnswer;
import dev.campanile.local.http.HttpCall;
import dev.campanile.local.http.Route;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * The page adds the services' keys, so only the page itself may ask: a web site open in the same
 * browser could otherwise do so under a name of its own that leads to this machine.
 */
final class OwnPageOnly {
  private final Set<String> hosts;

  OwnPageOnly(String baseUrl) {
    int port = URI.create(baseUrl).getPort();
    this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  Route guard(Route route) {
    return call -> isOwn(call) ? route.answer(call) : refusal();
  }

  private boolean isOwn(HttpCall call) {
    boolean addressed = call.header("Host").map(hosts::contains).orElse(false);
    boolean fromHere =
        call.header("Origin")
            .map(origin -> hosts.contains(origin.replaceFirst("^http://", "")))
            .orElse(true);
    return addressed && fromHere;
  }

  private static HttpAnswer refusal() {
    return HttpAnswer.json(
        403,
        Map.of("code", "FOREIGN_PAGE", "detail", "Only the inbox page itself may ask for this."));
  }
}
