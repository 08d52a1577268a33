package dev.campanile.local.inbox;

import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.services.JsonApi;
import dev.campanile.local.services.Service;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The process of the inbox page. Its address is on loopback, like everything of the platform. */
public final class Inbox {
  private Inbox() {}

  /**
   * @param args {@code --port N --profile URL --campaign URL --gateway URL --simulators URL}
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> options = options(List.of(args));
    LocalHttp http = LocalHttp.start(Integer.parseInt(options.getOrDefault("port", "0")));
    String gateway = options.getOrDefault("gateway", "");
    addTo(
        http,
        JsonApi.withKey(options.getOrDefault("profile", ""), Service.PROFILE.apiKey()),
        JsonApi.withKey(options.getOrDefault("campaign", ""), Service.CAMPAIGN.apiKey()),
        JsonApi.withKey(gateway, Service.GATEWAY.apiKey()),
        JsonApi.open(options.getOrDefault("simulators", "")));
    System.out.println("The inbox page is at " + http.baseUrl());
    new CountDownLatch(1).await();
  }

  static void addTo(
      LocalHttp http, JsonApi profiles, JsonApi campaigns, JsonApi gateway, JsonApi simulators) {
    OwnPageOnly door = new OwnPageOnly(http.baseUrl());
    new Pages(door, gateway.baseUrl()).addTo(http);
    new People(door, profiles, gateway).addTo(http);
    new Devices(door, gateway.baseUrl(), simulators).addTo(http);
    new Tracked(door, gateway.baseUrl()).addTo(http);
    new Runs(door, campaigns, gateway).addTo(http);
    new Shop().addTo(http);
  }

  private static Map<String, String> options(List<String> args) {
    Map<String, String> options = new HashMap<>();
    for (int at = 0; at + 1 < args.size(); at += 2) {
      options.put(args.get(at).replaceFirst("^--", ""), args.get(at + 1));
    }
    return options;
  }
}
