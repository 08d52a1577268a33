package dev.campanile.local.services;

/** The ports of the local platform. */
public enum Port {
  INBOX(18080, "the inbox page"),
  PROFILE(18081, "profile-service"),
  CAMPAIGN(18082, "campaign-service"),
  GATEWAY(18083, "channel-gateway"),
  SIMULATORS(18084, "the provider simulators"),
  PROFILE_MANAGEMENT(18091, "the health page of profile-service"),
  CAMPAIGN_MANAGEMENT(18092, "the health page of campaign-service"),
  GATEWAY_MANAGEMENT(18093, "the health page of channel-gateway"),
  POSTGRES(15432, "PostgreSQL"),
  KAFKA(19092, "Kafka"),
  SMTP(12525, "the mail server");

  private final int standard;
  private final String user;

  Port(int standard, String user) {
    this.standard = standard;
    this.user = user;
  }

  public int standard() {
    return standard;
  }

  /** What listens there, in words. */
  public String user() {
    return user;
  }

  /** The environment variable that moves it. */
  public String variable() {
    return "CAMPANILE_PORT_" + name();
  }
}
