package dev.campanile.gateway.decision;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.campanile.contracts.MessageId;
import dev.campanile.runtime.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Addresses taken by the messages of a run. */
@ApplicationScoped
class ClaimRepository {

  private static final String OWNERS =
      """
      select c.address_hash, c.message_id
        from unnest(:runs, :channels, :hashes) as n(run_id, channel, address_hash)
        join run_claim c using (run_id, channel, address_hash)
      """;

  private static final String TAKE =
      """
      insert into run_claim (run_id, channel, address_hash, message_id)
      select run_id, channel, address_hash, message_id
        from unnest(:runs, :channels, :hashes, :messages)
          as n(run_id, channel, address_hash, message_id)
      on conflict do nothing
      returning address_hash
      """;

  /**
   * Waits for transactions that take the same.
   *
   * @return the claims that were taken before, and the messages that have them
   */
  Map<Claim, MessageId> take(Handle handle, Map<Claim, MessageId> wanted) {
    if (wanted.isEmpty()) {
      return Map.of();
    }
    // In one order, everywhere, so that two runs of this wait for each other and do not deadlock.
    TreeMap<UUID, Claim> lost =
        new TreeMap<>(wanted.keySet().stream().collect(toMap(Claim::hash, identity())));
    var insert = handle.createQuery(TAKE);
    bind(lost, insert).uuids("messages", entry -> owner(wanted, entry.getValue()));
    insert.mapTo(UUID.class).forEach(lost::remove);
    return owners(handle, lost);
  }

  private static Map<Claim, MessageId> owners(Handle handle, Map<UUID, Claim> claims) {
    Map<Claim, MessageId> owners = new HashMap<>();
    if (claims.isEmpty()) {
      return owners;
    }
    var query = handle.createQuery(OWNERS);
    bind(claims, query);
    query
        .map(
            (row, _) ->
                Map.entry(
                    row.getObject("address_hash", UUID.class),
                    new MessageId(row.getObject("message_id", UUID.class))))
        .forEach(
            entry -> {
              Claim claim = claims.get(entry.getKey());
              if (claim != null) {
                owners.put(claim, entry.getValue());
              }
            });
    return owners;
  }

  private static UUID owner(Map<Claim, MessageId> wanted, Claim claim) {
    MessageId owner = wanted.get(claim);
    if (owner == null) {
      throw new IllegalArgumentException("nobody wants " + claim.hash());
    }
    return owner.value();
  }

  private static Columns<Map.Entry<UUID, Claim>> bind(
      Map<UUID, Claim> claims, SqlStatement<?> statement) {
    return Columns.of(claims.entrySet(), statement)
        .uuids("runs", entry -> entry.getValue().source())
        .names("channels", entry -> entry.getValue().channel())
        .uuids("hashes", Map.Entry::getKey);
  }
}
