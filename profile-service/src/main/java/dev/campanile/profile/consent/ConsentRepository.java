package dev.campanile.profile.consent;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what customers said about the addresses they hold. */
@ApplicationScoped
public class ConsentRepository {

  private static final String CURRENT =
      """
      select distinct c.*
        from profile_address a
        join consent_state c on c.address = a.address and c.channel = a.channel
       where a.profile_id = any(:profiles)
       order by c.address, c.channel, c.topic
      """;

  private static final String LEDGER =
      """
      select e.*
        from profile_address a
        join consent_entry e on e.address = a.address and e.channel = a.channel
       where a.profile_id = :profile
         and (cast(:before as uuid) is null or e.id < :before)
       order by e.id desc
       limit :limit
      """;

  /** The current consents of the addresses these profiles hold. */
  public Map<AddressKey, List<CurrentConsent>> current(Handle handle, Collection<UUID> profiles) {
    return handle
        .createQuery(CURRENT)
        .bind("profiles", new UuidArray(profiles))
        .map(
            (row, _) ->
                Map.entry(
                    new AddressKey(
                        Channel.valueOf(row.getString("channel")), row.getString("address")),
                    new CurrentConsent(
                        new ConsentTopic(row.getString("topic")),
                        ConsentState.valueOf(row.getString("state")),
                        row.getTimestamp("said_at").toInstant(),
                        row.getString("source"))))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** The ledger of a profile's addresses, last recorded first. */
  List<LedgerLine> ledger(Handle handle, UUID profile, @Nullable UUID before, int limit) {
    return handle
        .createQuery(LEDGER)
        .bind("profile", profile)
        .bind("before", before)
        .bind("limit", limit)
        .map(
            (row, _) ->
                new LedgerLine(
                    row.getObject("id", UUID.class),
                    Channel.valueOf(row.getString("channel")),
                    row.getString("address"),
                    new ConsentTopic(row.getString("topic")),
                    ConsentState.valueOf(row.getString("state")),
                    row.getTimestamp("said_at").toInstant(),
                    ConsentEntry.How.valueOf(row.getString("how")),
                    row.getString("source"),
                    row.getString("wording"),
                    row.getString("proof"),
                    row.getTimestamp("recorded_at").toInstant()))
        .list();
  }
}
