package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Messages to be gated and sent: what is the same for all once, then who they are for.
 *
 * @param plan the channels to try, in order
 * @param expiresAt after this the message is worth nothing
 * @param plannedOn the UTC day of planning, part of the ledger's key
 * @param sendingVersion of single messages, what the kill switch said when they were taken: a later
 *     kill ends them for good; none for a run's, which its own control ends
 */
public record MessageRequests(
    Bucket bucket,
    ContentRef content,
    Source source,
    Category category,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Instant expiresAt,
    LocalDate plannedOn,
    List<Recipient> items,
    @Nullable Long sendingVersion)
    implements Batch<MessageRequests.Recipient> {

  public MessageRequests {
    requireNonNull(bucket);
    requireNonNull(content);
    requireNonNull(source);
    requireNonNull(category);
    requireNonNull(expiresAt);
    requireNonNull(plannedOn);
    plan = List.copyOf(plan);
    items = Batch.checked(items);
    if (plan.isEmpty()) {
      throw new IllegalArgumentException("a channel plan names at least one channel");
    }
  }

  public MessageRequests(
      Bucket bucket,
      ContentRef content,
      Source source,
      Category category,
      @Nullable ConsentTopic topic,
      List<PlannedChannel> plan,
      Instant expiresAt,
      LocalDate plannedOn,
      List<Recipient> items) {
    this(bucket, content, source, category, topic, plan, expiresAt, plannedOn, items, null);
  }

  /**
   * @param cardVersion the gate waits for a card at least this new
   * @param data plain JSON values for the content's variables
   * @param to an address the sender named instead of a customer; {@code profileId} is then {@link
   *     ProfileId#ofAddress}, and no card is waited for
   */
  public record Recipient(
      MessageId messageId,
      ProfileId profileId,
      long cardVersion,
      Map<String, Object> data,
      @Nullable NamedAddress to) {

    public Recipient {
      requireNonNull(messageId);
      requireNonNull(profileId);
      data = Map.copyOf(data);
    }

    public Recipient(
        MessageId messageId, ProfileId profileId, long cardVersion, Map<String, Object> data) {
      this(messageId, profileId, cardVersion, data, null);
    }
  }

  /**
   * An address without a profile.
   *
   * @param address normalised: lower-case mail address, E.164 phone number
   * @param locale BCP 47, as its holder reads it; none for the content's default
   */
  public record NamedAddress(Channel channel, String address, @Nullable String locale) {

    public NamedAddress {
      requireNonNull(channel);
      requireNonNull(address);
    }
  }
}
