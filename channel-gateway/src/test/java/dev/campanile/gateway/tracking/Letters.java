package dev.campanile.gateway.tracking;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.scenario.Customer;
import dev.campanile.gateway.scenario.Run;
import dev.campanile.gateway.scenario.Seen;
import dev.campanile.gateway.scenario.Wire;
import dev.campanile.testing.TestClock;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Mails with links, sent for good. */
@ApplicationScoped
class Letters {

  static final LocalDate PLANNED_ON = LocalDate.parse("2026-11-21");

  private static final Pattern HREF = Pattern.compile("/([co])/([A-Za-z0-9_.-]+)");

  private final Wire wire;
  private final Seen seen;
  private final TestClock clock;
  private final String simulators;

  Letters(
      Wire wire,
      Seen seen,
      TestClock clock,
      @ConfigProperty(name = "test.simulators.url") String simulators) {
    this.wire = wire;
    this.seen = seen;
    this.clock = clock;
    this.simulators = simulators;
  }

  /** Accepted a minute ago. */
  MessageId sent(Category category, Customer customer) {
    Run run = Run.of(category, PlannedChannel.EMAIL);
    return sent(run.content(), run.requests(List.of(customer)), customer);
  }

  /** It waited for its content first, so that whoever sends it reads it from the ledger. */
  MessageId sentLate(Category category, Customer customer) {
    Run run = Run.of(category, PlannedChannel.EMAIL);
    MessageRequests requests = run.requests(List.of(customer));
    wire.say(customer.card(1));
    wire.request(category.campaignLane(), requests);
    MessageId message = requests.items().getFirst().messageId();
    seen.awaitState(message, "DEFERRED");
    wire.publish(linked(run.content()));
    Awaitility.await()
        .until(
            () -> {
              clock.advance(Duration.ofSeconds(1));
              return seen.state(message).equals("ACCEPTED");
            });
    return message;
  }

  MessageId sentAsTest(Customer customer) {
    Run run = Run.of(Category.SERVICE, PlannedChannel.EMAIL);
    MessageRequests batch = run.requests(List.of(customer));
    Source test = new Source.Test(run.content().ref().key(), run.id().value());
    return sent(
        run.content(),
        new MessageRequests(
            batch.bucket(),
            batch.content(),
            test,
            batch.category(),
            null,
            batch.plan(),
            batch.expiresAt(),
            batch.plannedOn(),
            List.of(
                new Recipient(
                    MessageId.of(test, customer.id()), customer.id(), 1, Map.of("name", "Ana")))),
        customer);
  }

  private MessageId sent(ContentVersion content, MessageRequests requests, Customer customer) {
    wire.publish(linked(content));
    wire.say(customer.card(1));
    wire.request(requests.category().campaignLane(), requests);
    MessageId message = requests.items().getFirst().messageId();
    seen.awaitState(message, "ACCEPTED");
    clock.advance(Duration.ofMinutes(1));
    return message;
  }

  /** The tokens in the mail a customer got, by what they are for. */
  Map<String, String> tokens(Customer customer) {
    String mail =
        RestAssured.given()
            .get(simulators + "/simulators/messages?channel=EMAIL&to=" + customer.email())
            .asString();
    return HREF.matcher(mail)
        .results()
        .collect(toMap(it -> it.group(1) + suffix(it.group(2)), it -> it.group(2), (a, _) -> a));
  }

  String token(Customer customer, String what) {
    return requireNonNull(tokens(customer).get(what), what);
  }

  private static String suffix(String token) {
    Matcher link = Pattern.compile("\\.([a-z0-9]+)$").matcher(token);
    return link.find() ? link.group(1) : "";
  }

  /** The same customer, who does not agree to be tracked. */
  static ContactCard untracked(Customer customer, long version) {
    ContactCard card = customer.card(version);
    return new ContactCard(
        card.profileId(),
        card.version(),
        card.locale(),
        card.country(),
        card.zones(),
        null,
        false,
        card.addresses(),
        card.openCases(),
        card.foldedRevocations());
  }

  private static ContentVersion linked(ContentVersion content) {
    return new ContentVersion(
        content.ref(),
        content.category(),
        null,
        content.brand(),
        content.defaultLocale(),
        Map.of(
            "en",
            new Projections(
                new ContentVersion.Email(
                    "Hello {{ name }}",
                    "<body><a href=\"{{ links.1 }}\">Offer</a> <a href=\"{{ links.2 }}\">Shop</a></body>",
                    "Hello {{ name }}"),
                null,
                null)),
        List.of(
            new Link("1", "https://shop.example/offer?for={{ name }}&r=1"),
            new Link("2", "https://shop.example/")),
        content.variables(),
        content.publishedAt());
  }
}
