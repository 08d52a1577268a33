package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Messages in any state, for tests of what happens to them. */
final class Messages {

  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final ProfileId ANA = ProfileId.of("0199a8f0-0000-7000-8000-000000000001");
  static final Source RUN =
      new Source.Campaign("spring", RunId.of("0199a8f0-0000-7000-8000-0000000000aa"));

  private Messages() {}

  static Message marketing(MessageState state) {
    return message(Category.MARKETING, state, 1, false);
  }

  static Message transactional(MessageState state) {
    return message(Category.TRANSACTIONAL, state, 1, false);
  }

  /** On its second attempt, the first of which may have left. */
  static Message triedAgain(MessageState state) {
    return message(Category.TRANSACTIONAL, state, 2, true);
  }

  static Message message(
      Category category, MessageState state, int attempt, boolean possibleDuplicate) {
    Intent intent =
        new Intent(
            MessageId.of(RUN, ANA),
            LocalDate.parse("2026-11-21"),
            Bucket.of(ANA),
            ANA,
            RUN,
            new ContentRef("spring", 1),
            category,
            null,
            List.of(PlannedChannel.EMAIL, PlannedChannel.SMS),
            Lane.BULK,
            NOW.plus(Duration.ofDays(1)),
            1,
            NOW,
            null,
            null);
    return new Message(
        intent,
        new Progress(
            state,
            5,
            NOW,
            Channel.EMAIL,
            "ana@example.com",
            "it",
            null,
            null,
            null,
            Set.of(),
            attempt,
            possibleDuplicate,
            NOW,
            1));
  }
}
