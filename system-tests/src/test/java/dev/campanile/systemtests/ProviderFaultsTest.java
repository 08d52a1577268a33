package dev.campanile.systemtests;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.systemtests.Customer.Group;
import dev.campanile.systemtests.OneInstallation.Shared;
import dev.campanile.systemtests.invariant.Copy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One campaign to customers of whom each meets another fault of the providers. */
@ExtendWith(OneInstallation.class)
class ProviderFaultsTest {

  /** Longer than the pause after a 4xx, by far. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private static final Customer BUSY = Customer.of(Group.FAULTY, 0, "EMAIL");
  private static final Customer GONE = Customer.of(Group.FAULTY, 1, "EMAIL");
  private static final Customer DROPPED_BEFORE = Customer.of(Group.FAULTY, 2, "EMAIL");
  private static final Customer DROPPED_AFTER = Customer.of(Group.FAULTY, 3, "EMAIL");
  private static final Customer STALLED_BEFORE = Customer.of(Group.FAULTY, 4, "EMAIL");
  private static final Customer STALLED_AFTER = Customer.of(Group.FAULTY, 5, "EMAIL");
  private static final Customer LUCKY = Customer.of(Group.FAULTY, 6, "EMAIL");
  private static final Customer LIMITED_SMS = Customer.of(Group.FAULTY, 7, "SMS");
  private static final Customer LIMITED_CHAT = Customer.of(Group.FAULTY, 8, "CHAT");
  private static final Customer FAILING_SMS = Customer.of(Group.FAULTY, 9, "SMS");
  private static final Customer FAILING_CHAT = Customer.of(Group.FAULTY, 10, "CHAT");
  private static final Customer SILENT_SMS = Customer.of(Group.FAULTY, 11, "SMS");
  private static final Customer SILENT_CHAT = Customer.of(Group.FAULTY, 12, "CHAT");
  private static final Customer UNREACHED_SMS = Customer.of(Group.FAULTY, 13, "SMS");
  private static final List<Customer> ALL =
      List.of(
          BUSY,
          GONE,
          DROPPED_BEFORE,
          DROPPED_AFTER,
          STALLED_BEFORE,
          STALLED_AFTER,
          LUCKY,
          LIMITED_SMS,
          LIMITED_CHAT,
          FAILING_SMS,
          FAILING_CHAT,
          SILENT_SMS,
          SILENT_CHAT,
          UNREACHED_SMS);
  private static final List<Customer> DOUBTFUL_MAILS = List.of(DROPPED_AFTER, STALLED_AFTER);

  private final Installation installation;
  private final Crowd crowd;
  private final Witness witness;

  ProviderFaultsTest(Shared shared) {
    installation = shared.installation();
    crowd = shared.crowd();
    witness = new Witness(installation);
  }

  @AfterEach
  void providersBehaveAgain() {
    crowd.providersAreQuickAndEmpty();
  }

  @Test
  void everyFaultOfAProviderEndsAsItShould() {
    crowd.providersAreQuickAndEmpty();
    crowd
        .grocer()
        .imports(Customer.HEADER + ALL.stream().map(Customer::row).collect(joining()))
        .finds(Group.FAULTY)
        .offers("provider-faults", Group.FAULTY, "PREFERRED");
    misbehave();

    witness.watches(crowd.grocer().launchesWatched("provider-faults"));

    awaitAll(
        this::isRefusedForNow, BUSY, DROPPED_BEFORE, STALLED_BEFORE, LIMITED_SMS, LIMITED_CHAT);
    awaitAll(in("FAILED"), GONE);
    awaitAll(in("UNKNOWN"), DOUBTFUL_MAILS.toArray(Customer[]::new));
    awaitAll(in("DELIVERED"), FAILING_SMS, FAILING_CHAT, SILENT_SMS, SILENT_CHAT);
    awaitAll(in("BOUNCED"), UNREACHED_SMS);
    awaitAll(in("ACCEPTED"), LUCKY);
    assertThat(List.of(LIMITED_SMS, LIMITED_CHAT, BUSY, DROPPED_BEFORE, STALLED_BEFORE))
        .as("none of them was handed over")
        .allMatch(it -> copies(it) == 0);

    installation.simulators().call("DELETE", "/simulators/behaviour", "text/plain", "", Map.of());
    awaitAll(in("DELIVERED"), LIMITED_SMS, LIMITED_CHAT);
    awaitAll(in("ACCEPTED"), BUSY, DROPPED_BEFORE, STALLED_BEFORE);

    witness.assertAllHolds(DOUBTFUL_MAILS.size());
    assertThat(copies(DROPPED_AFTER)).as("it had arrived").isEqualTo(1);
    assertThat(copies(STALLED_AFTER)).as("it had arrived").isEqualTo(1);
    assertThat(DeadLetters.count(installation)).isZero();
  }

  private void misbehave() {
    Api simulators = installation.simulators();
    simulators.put(
        "/simulators/mail/behaviour",
        """
        {"rejectRecipients": {"%s": "451 4.2.0 Try again later", "%s": "550 5.1.1 No such user"},
         "dropRecipients": {"%s": "BEFORE_DATA", "%s": "AFTER_DATA"},
         "stallRecipients": {"%s": "BEFORE_DATA", "%s": "AFTER_DATA"}}"""
            .formatted(
                BUSY.email(),
                GONE.email(),
                DROPPED_BEFORE.email(),
                DROPPED_AFTER.email(),
                STALLED_BEFORE.email(),
                STALLED_AFTER.email()));
    simulators.put(
        "/simulators/twilio/behaviour",
        """
        {"refuse": {"%s": {"status": 429, "code": 20429, "retryAfterSeconds": 8},
                    "%s": {"status": 429, "code": 20429, "retryAfterSeconds": 8}},
         "doubtful": {"%s": "SERVER_ERROR", "%s": "SERVER_ERROR", "%s": "SILENCE", "%s": "SILENCE"},
         "undeliverable": ["%s"]}"""
            .formatted(
                LIMITED_SMS.phone(),
                LIMITED_CHAT.phone(),
                FAILING_SMS.phone(),
                FAILING_CHAT.phone(),
                SILENT_SMS.phone(),
                SILENT_CHAT.phone(),
                UNREACHED_SMS.phone()));
  }

  private void awaitAll(Predicate<JsonNode> expected, Customer... customers) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              for (Customer customer : customers) {
                JsonNode message = messageOf(customer);
                assertThat(expected.test(message)).as(customer + ": " + message).isTrue();
              }
            });
  }

  private static Predicate<JsonNode> in(String state) {
    return message -> message.path("state").asText().equals(state);
  }

  private boolean isRefusedForNow(JsonNode message) {
    return in("DEFERRED").test(message) && message.path("reason").asText().equals("RETRY");
  }

  private JsonNode messageOf(Customer customer) {
    String profile =
        installation
            .profile()
            .get("/v1/profiles?externalId=" + customer.externalId())
            .at("/data/0/id")
            .asText();
    return installation.gateway().get("/v1/messages?profile=" + profile).at("/data/0");
  }

  private long copies(Customer customer) {
    return new Ledger(installation)
        .copies().stream().map(Copy::address).filter(customer.address()::equals).count();
  }
}
