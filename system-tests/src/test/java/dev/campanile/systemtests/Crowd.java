package dev.campanile.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.systemtests.Customer.Group;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A few hundred customers, as many by mail as by SMS and by chat, and campaigns to all of them. */
final class Crowd {

  static final int SIZE = 240;

  private static final List<String> CHANNELS = List.of("EMAIL", "SMS", "CHAT");

  private final Installation installation;
  private final Grocer grocer;

  Crowd(Installation installation) {
    this.installation = installation;
    this.grocer = new Grocer(installation).opens();
    grocer.imports(customers()).finds(Group.CROWD);
  }

  Grocer grocer() {
    return grocer;
  }

  /** A marketing campaign to everyone in the crowd, on the channel each prefers. */
  Launched launches(String key) {
    grocer.offers(key, Group.CROWD, "PREFERRED");
    Launched run = grocer.launchesWatched(key);
    assertThat(run.planned()).isEqualTo(SIZE);
    return run;
  }

  /** So that a campaign takes about ten seconds, and a fault finds hand-offs under way. */
  void sendsSlowly() {
    installation.simulators().put("/simulators/mail/behaviour", "{\"delayMillis\":2000}");
    installation.simulators().put("/simulators/twilio/behaviour", "{\"delayMillis\":1000}");
  }

  void providersAreQuickAndEmpty() {
    Api simulators = installation.simulators();
    simulators.call("DELETE", "/simulators/behaviour", "text/plain", "", Map.of());
    simulators.call("DELETE", "/simulators/messages", "text/plain", "", Map.of());
  }

  void awaitReceived(int messages) {
    awaitReceived(messages, SIZE);
  }

  /**
   * @param of as many will be received in the end
   */
  void awaitReceived(int messages, int of) {
    await()
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> received() >= messages);
    assertThat(received()).as("in the middle of sending").isLessThan(of);
  }

  int received() {
    JsonNode counts = installation.simulators().get("/simulators/received");
    return counts.get("email").asInt() + counts.get("sms").asInt() + counts.get("chat").asInt();
  }

  /** One of them; every third from 1 on prefers SMS. */
  Customer customer(int number) {
    return Customer.of(Group.CROWD, number, CHANNELS.get(number % CHANNELS.size()));
  }

  /** A text from a customer to the grocer, taken in when this returns. */
  void writes(int number, String text) {
    installation
        .simulators()
        .post(
            "/simulators/inbound",
            "{\"channel\":\"SMS\",\"from\":\"%s\",\"to\":\"+442079460162\",\"body\":\"%s\"}"
                .formatted(customer(number).phone(), text));
  }

  private String customers() {
    StringBuilder csv = new StringBuilder(Customer.HEADER);
    for (int i = 0; i < SIZE; i++) {
      csv.append(customer(i).row());
    }
    return csv.toString();
  }
}
