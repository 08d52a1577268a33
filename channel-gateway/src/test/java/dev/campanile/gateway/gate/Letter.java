package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message of a test, by default by email, planned a second ago and good for two days. */
final class Letter {

  static final Instant NOON = Instant.parse("2026-03-03T11:00:00Z");

  private static final Source SPRING =
      new Source.Campaign("spring", new RunId(new UUID(0x1000_8000L, 0x8000_0000_0000_0001L)));

  private final Category category;
  private Source source = SPRING;
  private @Nullable ConsentTopic topic;
  private List<PlannedChannel> plan = List.of(PlannedChannel.EMAIL);
  private Instant expiresAt = NOON.plus(Duration.ofDays(2));
  private Instant arrivedAt = NOON.minusSeconds(1);
  private long cardVersion = 1;
  private final Set<Channel> refused = EnumSet.noneOf(Channel.class);

  private Letter(Category category) {
    this.category = category;
  }

  static Letter of(Category category) {
    return new Letter(category);
  }

  static Letter marketing() {
    return of(Category.MARKETING);
  }

  static Letter survey() {
    return of(Category.SURVEY);
  }

  static Letter service() {
    return of(Category.SERVICE);
  }

  static Letter transactional() {
    return of(Category.TRANSACTIONAL);
  }

  /** Its author asked for it. */
  Letter asTest() {
    source = new Source.Test("spring", new UUID(0x1000_8000L, 0x8000_0000_0000_0002L));
    return this;
  }

  Letter about(ConsentTopic topic) {
    this.topic = topic;
    return this;
  }

  Letter via(PlannedChannel... plan) {
    this.plan = List.of(plan);
    return this;
  }

  Letter expiring(Instant at) {
    expiresAt = at;
    return this;
  }

  Letter arrived(Instant at) {
    arrivedAt = at;
    return this;
  }

  Letter plannedWithCard(long version) {
    cardVersion = version;
    return this;
  }

  Letter refusedBy(Channel channel) {
    refused.add(channel);
    return this;
  }

  GateMessage message() {
    return new GateMessage(
        MessageId.of(source, Customer.ID),
        Customer.ID,
        source,
        category,
        topic,
        plan,
        expiresAt,
        cardVersion,
        arrivedAt,
        refused);
  }
}
