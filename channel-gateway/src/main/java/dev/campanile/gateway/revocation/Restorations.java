package dev.campanile.gateway.revocation;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Receipt.Revoked.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Takes back what STOP took, when the customer says START. */
@ApplicationScoped
public class Restorations {

  private static final String LIFT =
      """
      update revocation
         set lifted_at = :at
       where address = :address and channel = :channel and topic = 'ALL'
         and cause = any(:causes) and lifted_at is null
      returning id
      """;

  private static final String LIFT_ONE =
      """
      update revocation
         set lifted_at = :at
       where id = :id and lifted_at is null
      returning id, channel, address, topic
      """;

  /** A STOP that only the provider heard is one, too: then it tells us when it refuses to send. */
  private static final List<String> STOPS = List.of(Cause.KEYWORD.name(), Cause.PROVIDER.name());

  private static final String BY_STOP =
      """
      select exists (select 1
                       from revocation
                      where address = :address and channel = :channel and topic = 'ALL'
                        and cause = any(:causes) and lifted_at is null)
      """;

  /**
   * What STOP took, START gives back, and nothing else. Empty when nothing was stopped. The caller
   * adds the receipt to the outbox in the same transaction.
   */
  public Optional<Receipt.Restored> lift(
      Handle handle, Channel channel, String address, String evidence, Instant at) {
    List<UUID> lifted =
        handle
            .createQuery(LIFT)
            .bind("channel", channel)
            .bind("address", address)
            .bindArray("causes", String.class, STOPS)
            .bind("at", at)
            .mapTo(UUID.class)
            .list();
    return lifted.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Receipt.Restored(
                UUID.randomUUID(), channel, address, ConsentTopic.ALL, lifted, evidence, at));
  }

  /** This one no, if it stands; for the caller to add to the outbox, as above. */
  public Optional<Receipt.Restored> lift(
      Handle handle, UUID revocation, String evidence, Instant at) {
    return handle
        .createQuery(LIFT_ONE)
        .bind("id", revocation)
        .bind("at", at)
        .map((row, _) -> RevocationRow.revocation(row))
        .findOne()
        .map(
            lifted ->
                new Receipt.Restored(
                    UUID.randomUUID(),
                    lifted.channel(),
                    lifted.address(),
                    lifted.topic(),
                    List.of(revocation),
                    evidence,
                    at));
  }

  /** Whether there is something that START would give back. */
  public boolean standsByStop(Handle handle, Channel channel, String address) {
    return handle
        .createQuery(BY_STOP)
        .bind("channel", channel)
        .bind("address", address)
        .bindArray("causes", String.class, STOPS)
        .mapTo(Boolean.class)
        .one();
  }
}
