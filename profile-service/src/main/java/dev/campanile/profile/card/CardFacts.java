package dev.campanile.profile.card;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what is said of the addresses that profiles hold. */
@ApplicationScoped
public class CardFacts {

  private static final String ADDRESSES =
      """
      select a.profile_id, a.channel, a.address, a.valid, s.reason
        from profile_address a
        left join lateral (select reason
                             from suppression
                            where address = a.address and channel = a.channel
                           offset 0) s on true
       where a.profile_id = any(:profiles)
       order by a.profile_id, a.channel, a.address
      """;

  /**
   * One look-up in the index for each address. A join could keep a plan from when the table was
   * small and read all of it ever after; {@code offset 0} keeps the planner from making it one.
   */
  private static final String CONSENTS =
      """
      select a.profile_id, a.channel, a.address, c.topic, c.state
        from profile_address a
       cross join lateral (select topic, state
                             from consent_state
                            where address = a.address and channel = a.channel
                           offset 0) c
       where a.profile_id = any(:profiles)
       order by a.profile_id, a.channel, a.address, c.topic
      """;

  private static final String REVOCATIONS =
      """
      select a.profile_id, r.revocation_id
        from profile_address a
       cross join lateral (select revocation_id
                             from folded_revocation
                            where address = a.address and channel = a.channel
                           offset 0) r
       where a.profile_id = any(:profiles)
       order by a.profile_id, r.revocation_id
      """;

  /** The addresses of each profile, with their consents and suppression. */
  public Map<UUID, List<ContactAddress>> addresses(Handle handle, Collection<UUID> profiles) {
    Map<Holding, List<Consent>> consents =
        handle
            .createQuery(CONSENTS)
            .bind("profiles", new UuidArray(profiles))
            .map(
                (row, _) ->
                    Map.entry(
                        holding(row),
                        new Consent(
                            new ConsentTopic(row.getString("topic")),
                            ConsentState.valueOf(row.getString("state")))))
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return handle
        .createQuery(ADDRESSES)
        .bind("profiles", new UuidArray(profiles))
        .map(
            (row, _) -> {
              Holding holding = holding(row);
              return Map.entry(
                  holding.profile(),
                  new ContactAddress(
                      holding.key().channel(),
                      holding.key().address(),
                      row.getBoolean("valid"),
                      suppression(row.getString("reason")),
                      consents.getOrDefault(holding, List.of())));
            })
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  /** The revocations that the consents of each profile's addresses say already. */
  Map<UUID, List<UUID>> foldedRevocations(Handle handle, Collection<UUID> profiles) {
    return handle
        .createQuery(REVOCATIONS)
        .bind("profiles", new UuidArray(profiles))
        .map(
            (row, _) ->
                Map.entry(
                    row.getObject("profile_id", UUID.class),
                    row.getObject("revocation_id", UUID.class)))
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static Holding holding(ResultSet row) throws SQLException {
    return new Holding(
        row.getObject("profile_id", UUID.class),
        new AddressKey(Channel.valueOf(row.getString("channel")), row.getString("address")));
  }

  private static @Nullable SuppressionReason suppression(@Nullable String reason) {
    return reason == null ? null : SuppressionReason.valueOf(reason);
  }

  private record Holding(UUID profile, AddressKey key) {}
}
