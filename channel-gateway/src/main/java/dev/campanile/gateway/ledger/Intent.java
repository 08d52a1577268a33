package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
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
    Instant arrivedAt) {

  public Intent {
    plan = List.copyOf(plan);
  }

  /** What dispatchers serve in turn: a run, or all single requests with one content. */
  public UUID turn() {
    return StoredSource.of(source).turn();
  }
}
