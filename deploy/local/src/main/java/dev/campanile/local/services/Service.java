package dev.campanile.local.services;

import java.nio.file.Path;

/** The three services, with the keys they have on this machine only. */
public enum Service {
  PROFILE("profile", "profile-service", Port.PROFILE, Port.PROFILE_MANAGEMENT),
  CAMPAIGN("campaign", "campaign-service", Port.CAMPAIGN, Port.CAMPAIGN_MANAGEMENT),
  GATEWAY("gateway", "channel-gateway", Port.GATEWAY, Port.GATEWAY_MANAGEMENT);

  private final String key;
  private final String module;
  private final Port port;
  private final Port management;

  Service(String key, String module, Port port, Port management) {
    this.key = key;
    this.module = module;
    this.port = port;
    this.management = management;
  }

  /** Its short name: that of its database, its log and its settings. */
  public String key() {
    return key;
  }

  public String module() {
    return module;
  }

  public Port port() {
    return port;
  }

  public Port management() {
    return management;
  }

  public String apiKey() {
    return "local-" + key + "-key-0001";
  }

  Path jar(Path root) {
    return root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
