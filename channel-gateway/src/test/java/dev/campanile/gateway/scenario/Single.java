package dev.campanile.gateway.scenario;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import dev.campanile.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One message to an address without a customer, with a run's content. */
public record Single(Run content, Source source, NamedAddress to, @Nullable Long sendingVersion) {

  public static Single transactional(Channel channel, String address) {
    return of(Category.TRANSACTIONAL, channel, address, false);
  }

  public static Single test(Category category, Channel channel, String address) {
    return of(category, channel, address, true);
  }

  private static Single of(Category category, Channel channel, String address, boolean test) {
    Run content = Run.of(category, PlannedChannel.valueOf(channel.name()));
    return with(content, channel, address, test);
  }

  public static Single with(Run content, Channel channel, String address, boolean test) {
    String key = content.content().ref().key();
    UUID id = UUID.randomUUID();
    return new Single(
        content,
        test ? new Source.Test(key, id) : new Source.Transactional(key, id),
        new NamedAddress(channel, address, null),
        null);
  }

  /** Taken when the kill switch said so. */
  public Single takenAt(long version) {
    return new Single(content, source, to, version);
  }

  public ProfileId reader() {
    return ProfileId.ofAddress(to.channel(), to.address());
  }

  public MessageId message() {
    return MessageId.of(source, reader());
  }

  public MessageRequests request() {
    return new MessageRequests(
        Bucket.of(reader()),
        content.content().ref(),
        source,
        content.category(),
        null,
        content.plan(),
        TestClock.START.plus(Duration.ofDays(2)),
        LocalDate.parse("2026-11-21"),
        List.of(new Recipient(message(), reader(), 0, Map.of("name", "Ana"), to)),
        sendingVersion);
  }
}
