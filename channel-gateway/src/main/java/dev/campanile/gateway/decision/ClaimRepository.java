package dev.campanile.gateway.decision;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.batch.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Addresses taken by the messages of a run. */
@ApplicationScoped
class ClaimRepository {

  private static final String OWNERS =
      """
      select c.run_id, c.channel, c.address_hash, c.message_id
        from unnest(:runs, :channels, :hashes) as n(run_id, channel, address_hash)
        join run_claim c using (run_id, channel, address_hash)
      """;

  /** In one order, everywhere, so that two runs of this wait for each other and do not deadlock. */
  private static final String TAKE =
      """
      insert into run_claim (run_id, channel, address_hash, message_id)
      select run_id, channel, address_hash, message_id
        from unnest(:runs, :channels, :hashes, :messages)
          as n(run_id, channel, address_hash, message_id)
      on conflict do nothing
      returning run_id, channel, address_hash
      """;

  private static final Comparator<Claim> ORDER =
      Comparator.comparing((Claim claim) -> claim.source())
          .thenComparing(Claim::channel)
          .thenComparing(Claim::addressHash);

  Map<Claim, MessageId> owners(Handle handle, Collection<Claim> claims) {
    Map<Claim, MessageId> owners = new HashMap<>();
    if (claims.isEmpty()) {
      return owners;
    }
    var query = handle.createQuery(OWNERS);
    bind(claims, query);
    query
        .map(
            (row, _) ->
                Map.entry(claim(row), new MessageId(row.getObject("message_id", UUID.class))))
        .forEach(entry -> owners.put(entry.getKey(), entry.getValue()));
    return owners;
  }

  /** Waits for transactions that take the same; answers the claims that others have. */
  Set<Claim> take(Handle handle, Map<Claim, MessageId> wanted) {
    if (wanted.isEmpty()) {
      return Set.of();
    }
    List<Claim> ordered = wanted.keySet().stream().sorted(ORDER).toList();
    var insert = handle.createQuery(TAKE);
    bind(ordered, insert).uuids("messages", claim -> owner(wanted, claim));
    Set<Claim> lost = new HashSet<>(ordered);
    insert.map((row, _) -> claim(row)).forEach(lost::remove);
    return lost;
  }

  private static UUID owner(Map<Claim, MessageId> wanted, Claim claim) {
    MessageId owner = wanted.get(claim);
    if (owner == null) {
      throw new IllegalArgumentException("nobody wants " + claim);
    }
    return owner.value();
  }

  private static Columns<Claim> bind(Collection<Claim> claims, SqlStatement<?> statement) {
    return Columns.of(claims, statement)
        .uuids("runs", Claim::source)
        .names("channels", Claim::channel)
        .uuids("hashes", Claim::addressHash);
  }

  private static Claim claim(ResultSet row) throws SQLException {
    return new Claim(
        row.getObject("run_id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        row.getObject("address_hash", UUID.class));
  }
}
