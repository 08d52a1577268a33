package dev.campanile.profile.consent;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which revocations were taken back, and what the ledger says without them. */
@ApplicationScoped
class RestorationRepository {

  private static final String TAKE_BACK =
      """
      insert into restored_revocation (revocation_id, restoration_id, restored_at)
      select distinct revocation_id, cast(:restoration as uuid), cast(:at as timestamptz)
        from unnest(:revocations) as n(revocation_id)
      on conflict (revocation_id) do nothing
      """;

  private static final String TAKEN_BACK =
      "select revocation_id from restored_revocation where revocation_id = any(:revocations)";

  private static final String TAKEN =
      """
      select distinct channel, address, topic
        from folded_revocation
       where revocation_id = any(:revocations) and topic is not null
      """;

  /**
   * The sayings about one topic, without those of revocations taken back. One that several
   * revocations said binds until all of them are.
   */
  private static final String BINDING =
      """
      select e.state, e.said_at, e.how, e.source, e.wording, e.proof
        from consent_entry e
       where e.address = :address
         and e.channel = :channel
         and e.topic = :topic
         and not e.restores
         and (e.state <> 'OPTED_OUT'
              or e.source <> 'channel-gateway'
              or not exists (select 1
                               from folded_revocation f
                               join restored_revocation r on r.revocation_id = f.revocation_id
                              where f.address = e.address and f.channel = e.channel
                                and f.topic = e.topic and f.said_at = e.said_at)
              or exists (select 1
                           from folded_revocation f
                           left join restored_revocation r on r.revocation_id = f.revocation_id
                          where f.address = e.address and f.channel = e.channel
                            and f.topic = e.topic and f.said_at = e.said_at
                            and r.revocation_id is null))
      """;

  private static final String REPLACE_STATE =
      """
      update consent_state
         set state = :state, weight = :weight, said_at = :at, opted_out = :optedOut,
             how = :how, source = :source
       where address = :address and channel = :channel and topic = :topic
         and (state, weight, said_at) is distinct from (:state, :weight, :at)
      """;

  void takeBack(Handle handle, Restoration restoration) {
    handle
        .createUpdate(TAKE_BACK)
        .bind("restoration", restoration.id())
        .bind("at", restoration.at())
        .bind("revocations", new UuidArray(restoration.revocations()))
        .execute();
  }

  List<UUID> takenBack(Handle handle, Collection<UUID> revocations) {
    return revocations.isEmpty()
        ? List.of()
        : handle
            .createQuery(TAKEN_BACK)
            .bind("revocations", new UuidArray(revocations))
            .mapTo(UUID.class)
            .list();
  }

  /** What its revocations had taken. */
  List<ConsentKey> taken(Handle handle, Restoration restoration) {
    return handle
        .createQuery(TAKEN)
        .bind("revocations", new UuidArray(restoration.revocations()))
        .map(
            (row, _) ->
                new ConsentKey(
                    new AddressKey(
                        Channel.valueOf(row.getString("channel")), row.getString("address")),
                    new ConsentTopic(row.getString("topic"))))
        .list();
  }

  List<ConsentEntry> binding(Handle handle, ConsentKey key) {
    return handle
        .createQuery(BINDING)
        .bind("address", key.address().address())
        .bind("channel", key.address().channel())
        .bind("topic", key.topic().value())
        .map(
            (row, _) ->
                new ConsentEntry(
                    key.address(),
                    key.topic(),
                    ConsentState.valueOf(row.getString("state")),
                    row.getTimestamp("said_at").toInstant(),
                    ConsentEntry.How.valueOf(row.getString("how")),
                    row.getString("source"),
                    row.getString("wording"),
                    row.getString("proof")))
        .list();
  }

  /** Whether another entry holds now than before. */
  boolean replaceState(Handle handle, ConsentEntry entry) {
    return handle
            .createUpdate(REPLACE_STATE)
            .bind("state", entry.state())
            .bind("weight", entry.weight())
            .bind("at", entry.at())
            .bind("optedOut", entry.state() == ConsentState.OPTED_OUT)
            .bind("how", entry.how())
            .bind("source", entry.source())
            .bind("address", entry.key().address())
            .bind("channel", entry.key().channel())
            .bind("topic", entry.topic().value())
            .execute()
        == 1;
  }
}
