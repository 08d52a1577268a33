package dev.campanile.gateway.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContactErased;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.runtime.database.Database;
import dev.campanile.testing.PlatformResource;
import dev.campanile.testing.TestClock;
import dev.campanile.testing.TopicProbe;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = PlatformResource.SERVICE, value = "gateway"))
class TrackingTest {

  private static final String PHONE =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
  private static final String GMAIL =
      "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)";

  @Inject Wire wire;
  @Inject Seen seen;
  @Inject Letters letters;
  @Inject TrackingTokens tokens;
  @Inject Database database;
  @Inject TestClock clock;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String kafka;

  private final Customer ana = Customer.any();

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void aClickLeadsToTheOffersPageAndIsToldOnceAMinute() {
    MessageId message = letters.sent(Category.SERVICE, ana);
    String token = letters.token(ana, "c1");

    click(token, PHONE)
        .statusCode(302)
        .header("Location", equalTo("https://shop.example/offer?for=Ana&r=1"))
        .header("Cache-Control", equalTo("no-store"));
    click(token, PHONE).statusCode(302);
    awaitReadings(message, 2);
    clock.advance(Duration.ofMinutes(2));
    click(token, PHONE).statusCode(302);
    awaitReadings(message, 3);

    JsonNode reading = readings(message).get(0);
    assertThat(reading.path("kind").asText()).isEqualTo("CLICKED");
    assertThat(reading.path("link").asText()).isEqualTo("1");
    assertThat(reading.path("reader").asText()).isEqualTo("HUMAN");
    assertThat(receipts(message, "CLICKED", 2)).hasSize(2);
  }

  @Test
  void thePixelIsAnImageThatNobodyKeepsAndItsFetchingIsAnOpen() {
    MessageId message = letters.sent(Category.SERVICE, ana);
    String token = letters.token(ana, "o");

    for (int fetch = 0; fetch < 3; fetch++) {
      given()
          .header("User-Agent", GMAIL)
          .get("/o/" + token)
          .then()
          .statusCode(200)
          .contentType("image/gif")
          .header("Cache-Control", containsString("no-store"));
    }
    awaitReadings(message, 3);

    assertThat(readings(message).get(0).path("kind").asText()).isEqualTo("OPENED");
    assertThat(readings(message).get(0).path("reader").asText()).isEqualTo("PROXY");
    assertThat(receipts(message, "OPENED", 1)).hasSize(1);
  }

  @Test
  void whoFollowsEveryLinkAtOnceIsAScannerFromTheFirstClickOn() {
    MessageId message = letters.sent(Category.SERVICE, ana);

    click(letters.token(ana, "c1"), PHONE);
    clock.advance(Duration.ofMillis(1_500));
    click(letters.token(ana, "c2"), PHONE);
    awaitReadings(message, 2);

    assertThat(readings(message).findValuesAsText("reader")).containsExactly("SCANNER", "SCANNER");
  }

  @Test
  void aLookAtTheHeadersLeadsOnAndIsNoPersons() {
    MessageId message = letters.sent(Category.SERVICE, ana);

    given()
        .header("User-Agent", PHONE)
        .redirects()
        .follow(false)
        .head("/c/" + letters.token(ana, "c1"))
        .then()
        .statusCode(302)
        .header("Location", containsString("shop.example"));
    given()
        .header("User-Agent", PHONE)
        .head("/o/" + letters.token(ana, "o"))
        .then()
        .statusCode(200);
    awaitReadings(message, 2);

    assertThat(readings(message).findValuesAsText("reader")).containsExactly("SCANNER", "SCANNER");
  }

  @Test
  void aMessageThatWaitedIsTrackedLikeAnyOther() {
    letters.sentLate(Category.SERVICE, ana);

    click(letters.token(ana, "c1"), PHONE).statusCode(302);
  }

  @Test
  void aLinkNobodyMadeLeadsNowhere() {
    String unknown = tokens.of(new Mark(new MessageId(UUID.randomUUID()), Letters.PLANNED_ON, "1"));
    String forged = unknown.replaceFirst("^.", unknown.startsWith("A") ? "B" : "A");

    for (String token : List.of(unknown, forged, "x", unknown + "?to=https://evil.example")) {
      given()
          .header("Accept-Language", "it")
          .redirects()
          .follow(false)
          .get("/c/" + token)
          .then()
          .statusCode(404)
          .header("Location", equalTo(null))
          .body(containsString("Questo link"));
    }
    given().get("/o/" + forged).then().statusCode(404).contentType("image/gif");
    given().get("/o/" + unknown).then().statusCode(404);
  }

  @Test
  void whoDidNotAgreeGetsTheDestinationItself() {
    Customer bob = Customer.any();
    wire.say(Letters.untracked(bob, 2));

    letters.sent(Category.SERVICE, bob);

    assertThat(letters.tokens(bob)).isEmpty();
  }

  @Test
  void aTestIsNotTrackedAndATransactionalMailHasNoPixel() {
    Customer bob = Customer.any();
    letters.sentAsTest(ana);
    letters.sent(Category.TRANSACTIONAL, bob);

    assertThat(letters.tokens(ana)).isEmpty();
    assertThat(letters.tokens(bob)).containsOnlyKeys("c1", "c2");
  }

  @Test
  void afterTheConsentWasTakenBackALinkStillLeadsOnAndNothingIsWrittenDown() {
    letters.sent(Category.SERVICE, ana);
    Customer bob = Customer.any();
    letters.sent(Category.SERVICE, bob);
    String ofAna = letters.token(ana, "c1");
    String ofBob = letters.token(bob, "c1");
    wire.say(Letters.untracked(ana, 2));
    wire.say(new ContactErased(bob.id()));
    awaitCards("not erased and version = 2", ana);
    awaitCards("erased", bob);

    click(ofAna, PHONE).statusCode(302);
    click(ofBob, PHONE).statusCode(302);

    assertThat(arrived(ofAna) + arrived(ofBob)).isZero();
  }

  @Test
  void whatCannotBeWrittenNowIsWrittenLaterAndTheClickLeadsOnMeanwhile() {
    MessageId message = letters.sent(Category.SERVICE, ana);
    String token = letters.token(ana, "c1");
    execute("alter table reading_arrived rename to reading_away");
    try {
      click(token, PHONE).statusCode(302);
    } finally {
      execute("alter table reading_away rename to reading_arrived");
    }

    awaitReadings(message, 1);
  }

  @Test
  void whenADestinationCannotBeFoundOutOnlyAKnownLinkLeadsOnAndTheOthersAskToComeAgain() {
    MessageId message = letters.sent(Category.SERVICE, ana);
    click(letters.token(ana, "c1"), PHONE).statusCode(302);
    execute("update message set data = '[1]' where message_id = '" + message + "'");

    click(letters.token(ana, "c1"), PHONE).statusCode(302);
    click(letters.token(ana, "c2"), PHONE)
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body(containsString("One moment"));
  }

  private static ValidatableResponse click(String token, String userAgent) {
    return given()
        .header("User-Agent", userAgent)
        .redirects()
        .follow(false)
        .get("/c/" + token)
        .then();
  }

  private void awaitReadings(MessageId message, int times) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(
            () -> {
              clock.advance(Duration.ofMillis(500));
              return readings(message).findValues("count").stream().mapToInt(JsonNode::asInt).sum();
            },
            sum -> sum == times);
  }

  private JsonNode readings(MessageId message) {
    return seen.get("/v1/messages/" + message).path("readings");
  }

  private List<String> receipts(MessageId message, String type, int least) {
    List<String> found = new ArrayList<>();
    new TopicProbe(kafka)
        .awaitOn(
            "message.receipts",
            records -> {
              found.clear();
              records.stream()
                  .map(it -> new String(it.value(), StandardCharsets.UTF_8))
                  .filter(it -> it.contains(message.toString()))
                  .filter(it -> it.contains("\"type\":\"" + type + "\""))
                  .forEach(found::add);
              return found.size() >= least;
            });
    return found;
  }

  private int arrived(String token) {
    UUID message = tokens.read(token).orElseThrow().message().value();
    return database.read(
        handle ->
            handle
                .createQuery("select count(*) from reading_arrived where message_id = :message")
                .bind("message", message)
                .mapTo(Integer.class)
                .one());
  }

  private void awaitCards(String condition, Customer customer) {
    Awaitility.await()
        .until(
            () ->
                database.read(
                    handle ->
                        handle
                            .createQuery(
                                "select count(*) from contact_card where profile_id = :profile and "
                                    + condition)
                            .bind("profile", customer.id().value())
                            .mapTo(Integer.class)
                            .one()),
            found -> found == 1);
  }

  private void execute(String statement) {
    database.inTransaction(handle -> handle.execute(statement));
  }
}
