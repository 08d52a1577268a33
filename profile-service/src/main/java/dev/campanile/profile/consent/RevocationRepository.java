package dev.campanile.profile.consent;

import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Which of the gateway's revocations the ledger says already. */
@ApplicationScoped
public class RevocationRepository {

  private static final String FOLDED =
      """
      insert into folded_revocation (revocation_id, address, channel, topic, said_at)
      select id, address, channel, topic, said_at
        from unnest(:ids, :addresses, :channels, :topics, :said)
          as n(id, address, channel, topic, said_at)
      on conflict (revocation_id) do nothing
      """;

  /** In the transaction that appends their entries to the ledger. */
  public void folded(Handle handle, Collection<Revocation> revocations) {
    if (revocations.isEmpty()) {
      return;
    }
    var entries = revocations.stream().map(Revocation::entry).toList();
    handle
        .createUpdate(FOLDED)
        .bind("ids", new UuidArray(revocations.stream().map(Revocation::id).toList()))
        .bindArray("addresses", String.class, entries.stream().map(e -> e.key().address()).toList())
        .bindArray(
            "channels", String.class, entries.stream().map(e -> e.key().channel().name()).toList())
        .bindArray("topics", String.class, entries.stream().map(e -> e.topic().value()).toList())
        .bindArray("said", Instant.class, entries.stream().map(ConsentEntry::at).toList())
        .execute();
  }
}
