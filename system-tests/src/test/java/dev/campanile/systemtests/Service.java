package dev.campanile.systemtests;

/** The services under test. */
enum Service {
  PROFILE("profile-service", "profile"),
  CAMPAIGN("campaign-service", "campaign"),
  GATEWAY("channel-gateway", "gateway");

  private final String module;
  private final String database;

  Service(String module, String database) {
    this.module = module;
    this.database = database;
  }

  String module() {
    return module;
  }

  String database() {
    return database;
  }

  /** A metric that grows with the service's work. */
  String worked() {
    return switch (this) {
      case PROFILE, CAMPAIGN -> "kafka_consumer_fetch_manager_records_consumed_total";
      case GATEWAY -> "campanile_messages_sent_total";
    };
  }

  String key() {
    return "system-test-" + database + "-key";
  }
}
