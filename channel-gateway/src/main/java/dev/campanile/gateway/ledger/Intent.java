package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for; never changes.
 *
 * @param plannedOn with the id, the ledger's key
 * @param cardVersion the card it was planned with
 * @param arrivedAt when the gateway first heard of it
 * @param to an address named instead of a customer; normalised where it has a normal form
 * @param sendingVersion the kill switch's when a single message was taken; none for a run's
 */
public record Intent(
    MessageId id,
    LocalDate plannedOn,
    Bucket bucket,
    ProfileId profileId,
    Source source,
    ContentRef content,
    Category category,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Lane lane,
    Instant expiresAt,
    long cardVersion,
    Instant arrivedAt,
    @Nullable NamedAddress to,
    @Nullable Long sendingVersion) {

  public Intent {
    plan = List.copyOf(plan);
  }

  /** Whose card it is decided on: the customer's, or that of the address. */
  public ProfileId reader() {
    return to == null ? profileId : ProfileId.ofAddress(to.channel(), to.address());
  }

  /** What dispatchers serve in turn: a run, or all single requests with one content. */
  public UUID turn() {
    return StoredSource.of(source).turn();
  }
}
