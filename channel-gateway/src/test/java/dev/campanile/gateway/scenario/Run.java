package dev.campanile.gateway.scenario;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Projections;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import dev.campanile.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A run of a small campaign. */
public record Run(RunId id, Category category, List<PlannedChannel> plan) {

  public static Run of(Category category, PlannedChannel... plan) {
    return new Run(new RunId(UUID.randomUUID()), category, List.of(plan));
  }

  public Source source() {
    return new Source.Campaign("test", id);
  }

  public MessageId messageFor(Customer customer) {
    return MessageId.of(source(), customer.id());
  }

  public ContentVersion content() {
    return new ContentVersion(
        new ContentRef("content-" + id, 1),
        category,
        null,
        new Brand("grocer", "Grocer", "Grocer <hello@grocer.example>", null, "+390200000001", null),
        "en",
        Map.of(
            "en",
            new Projections(
                new ContentVersion.Email(
                    "Hello {{ name }}", "<p>Hello {{ name }}</p>", "Hello {{ name }}"),
                new ContentVersion.Sms("Hello {{ name }}"),
                null)),
        List.of(),
        List.of(new ContentVersion.Variable("name", null)),
        TestClock.START);
  }

  /** Whose bucket is the first customer's: the gateway takes the sender's word for it. */
  public MessageRequests requests(List<Customer> customers) {
    return requests(customers, 1);
  }

  public MessageRequests requests(List<Customer> customers, long cardVersion) {
    return new MessageRequests(
        Bucket.of(customers.getFirst().id()),
        content().ref(),
        source(),
        category,
        null,
        plan,
        TestClock.START.plus(Duration.ofDays(2)),
        LocalDate.parse("2026-11-21"),
        customers.stream()
            .map(
                customer ->
                    new Recipient(
                        messageFor(customer), customer.id(), cardVersion, Map.of("name", "Ana")))
            .toList());
  }
}
