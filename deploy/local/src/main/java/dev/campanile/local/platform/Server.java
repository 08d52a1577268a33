package dev.campanile.local.platform;

/** The servers of the platform, each with a port of its own. */
enum Server {
  POSTGRES("PostgreSQL", "--postgres-port"),
  KAFKA("Kafka", "--kafka-port"),
  SMTP("the mail server", "--smtp-port"),
  SIMULATORS("the simulators", "--twilio-port");

  private final String inWords;
  private final String portOption;

  Server(String inWords, String portOption) {
    this.inWords = inWords;
    this.portOption = portOption;
  }

  PlatformProblem portTaken(int port) {
    return new PlatformProblem(
        "Port %d for %s is taken: stop what uses it, or choose another with %s."
            .formatted(port, inWords, portOption));
  }
}
