package dev.campanile.profile.consent;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.address.AddressKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes the append-only ledger, and the current states that follow from it. */
@ApplicationScoped
public class ConsentLedger {

  /** The same thing said twice, as by the same file imported again, is one line. */
  private static final String APPEND =
      """
      insert into consent_entry
             (address, channel, topic, state, said_at, how, source, wording, proof, recorded_at,
              restores)
      select address, channel, topic, state, said_at, how, source, wording, proof, :now, :restores
        from unnest(:addresses, :channels, :topics, :states, :said, :hows, :sources, :wordings,
                    :proofs)
          as n(address, channel, topic, state, said_at, how, source, wording, proof)
      on conflict (address, channel, topic, state, said_at, source) do nothing
      """;

  /**
   * Keeps the greatest entry of each address and topic, by {@link ConsentEntry#weight()}; rows in
   * key order, so that two transactions cannot wait for each other.
   */
  private static final String FOLD =
      """
      insert into consent_state as current
             (address, channel, topic, state, weight, said_at, opted_out, how, source)
      select distinct on (address, channel, topic)
             address, channel, topic, state, weight, said_at, state = 'OPTED_OUT', how, source
        from unnest(:addresses, :channels, :topics, :states, :weights, :said, :hows, :sources)
          as n(address, channel, topic, state, weight, said_at, how, source)
       order by address, channel, topic, weight desc, said_at desc, (state = 'OPTED_OUT') desc
      on conflict (address, channel, topic) do update
         set state = excluded.state,
             weight = excluded.weight,
             said_at = excluded.said_at,
             opted_out = excluded.opted_out,
             how = excluded.how,
             source = excluded.source
       where (excluded.weight, excluded.said_at, excluded.opted_out)
           > (current.weight, current.said_at, current.opted_out)
      returning address, channel
      """;

  /**
   * @param now when it is recorded
   * @return the addresses whose current state is another one now
   */
  public Set<AddressKey> append(Handle handle, Collection<ConsentEntry> entries, Instant now) {
    if (entries.isEmpty()) {
      return Set.of();
    }
    record(handle, entries, false, now);
    return bind(handle.createQuery(FOLD), entries)
        .bindArray("weights", Integer.class, entries.stream().map(ConsentEntry::weight).toList())
        .map(
            (row, _) ->
                new AddressKey(Channel.valueOf(row.getString("channel")), row.getString("address")))
        .set();
  }

  /** Writes down what is of no effect any more. */
  public void recordOnly(Handle handle, Collection<ConsentEntry> entries, Instant now) {
    if (!entries.isEmpty()) {
      record(handle, entries, false, now);
    }
  }

  /** Writes down what holds again; that it does is {@link Restorations}' work. */
  void recordRestored(Handle handle, ConsentEntry entry, Instant now) {
    record(handle, List.of(entry), true, now);
  }

  private static void record(
      Handle handle, Collection<ConsentEntry> entries, boolean restores, Instant now) {
    bind(handle.createUpdate(APPEND), entries)
        .bindArray("wordings", String.class, entries.stream().map(ConsentEntry::wording).toList())
        .bindArray("proofs", String.class, entries.stream().map(ConsentEntry::proof).toList())
        .bind("now", now)
        .bind("restores", restores)
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Collection<ConsentEntry> entries) {
    return statement
        .bindArray("addresses", String.class, entries.stream().map(e -> e.key().address()).toList())
        .bindArray(
            "channels", String.class, entries.stream().map(e -> e.key().channel().name()).toList())
        .bindArray("topics", String.class, entries.stream().map(e -> e.topic().value()).toList())
        .bindArray("states", String.class, entries.stream().map(e -> e.state().name()).toList())
        .bindArray("said", Instant.class, entries.stream().map(ConsentEntry::at).toList())
        .bindArray("hows", String.class, entries.stream().map(e -> e.how().name()).toList())
        .bindArray("sources", String.class, entries.stream().map(ConsentEntry::source).toList());
  }
}
