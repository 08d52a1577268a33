package dev.campanile.profile.address;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.campanile.contracts.Channel;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Who holds which address. */
@ApplicationScoped
public class AddressRepository {

  /**
   * Whoever changes what is said of an address, or who holds it, waits here for the others: so an
   * opt-out misses no profile that takes up the address at the same moment. A fixed number of
   * stripes bounds the locks of a large batch.
   */
  private static final String LOCK =
      """
      select pg_advisory_xact_lock(:space, stripe)
        from (select distinct mod(hashtext(channel || address)::bigint + 2147483648, 256)::int
                  as stripe
                from unnest(:channels, :addresses) as a(channel, address)
               order by stripe) stripes
      """;

  /** One look-up in the index for each address, whatever the planner knows of the table. */
  private static final String HOLDERS =
      """
      select a.channel, a.address, p.profile_id
        from unnest(:channels, :addresses) as a(channel, address)
       cross join lateral (select profile_id
                             from profile_address
                            where address = a.address and channel = a.channel
                           offset 0) p
      """;

  private static final String LET_GO =
      """
      delete from profile_address p
       where p.profile_id = any(:profiles)
         and p.channel = any(:restated)
         and not exists (select 1
                           from unnest(:owners, :channels, :addresses) as n(owner, channel, address)
                          where n.owner = p.profile_id
                            and n.channel = p.channel
                            and n.address = p.address)
      """;

  private static final String TAKE_UP =
      """
      insert into profile_address (profile_id, channel, address, valid)
      select owner, channel, address, valid
        from unnest(:owners, :channels, :addresses, :valid) as n(owner, channel, address, valid)
      on conflict (profile_id, channel, address) do update set valid = excluded.valid
       where profile_address.valid <> excluded.valid
      """;

  private static final int LOCK_SPACE = 1;

  /** Until the end of the transaction. Call it first, once, with all addresses. */
  public void lock(Handle handle, Collection<AddressKey> addresses) {
    if (!addresses.isEmpty()) {
      bind(handle.createQuery(LOCK), addresses)
          .bind("space", LOCK_SPACE)
          .map((_, _) -> true)
          .list();
    }
  }

  /** The profiles that hold each of the addresses; an address nobody holds is absent. */
  public Map<AddressKey, Set<UUID>> holders(Handle handle, Collection<AddressKey> addresses) {
    return addresses.isEmpty()
        ? Map.of()
        : bind(handle.createQuery(HOLDERS), addresses)
            .map(
                (row, _) ->
                    Map.entry(
                        new AddressKey(
                            Channel.valueOf(row.getString("channel")), row.getString("address")),
                        row.getObject("profile_id", UUID.class)))
            .stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
  }

  /**
   * From now on the profiles hold these addresses, and no other, on the channels named.
   *
   * @param restated channels the source speaks of; addresses on others stay as they are
   */
  public void replace(
      Handle handle,
      Collection<UUID> profiles,
      Set<Channel> restated,
      Collection<HeldAddress> addresses) {
    bindHeld(handle.createUpdate(LET_GO), addresses)
        .bind("profiles", new UuidArray(profiles))
        .bindArray("restated", String.class, names(restated))
        .execute();
    bindHeld(handle.createUpdate(TAKE_UP), addresses)
        .bindArray("valid", Boolean.class, addresses.stream().map(HeldAddress::valid).toList())
        .execute();
  }

  private static <S extends SqlStatement<S>> S bind(S statement, Collection<AddressKey> keys) {
    return statement
        .bindArray("channels", String.class, keys.stream().map(k -> k.channel().name()).toList())
        .bindArray("addresses", String.class, keys.stream().map(AddressKey::address).toList());
  }

  private static <S extends SqlStatement<S>> S bindHeld(S statement, Collection<HeldAddress> held) {
    return bind(statement, held.stream().map(HeldAddress::key).toList())
        .bind("owners", new UuidArray(held.stream().map(HeldAddress::profileId).toList()));
  }

  private static Set<String> names(Set<Channel> channels) {
    return channels.stream().map(Channel::name).collect(Collectors.toSet());
  }
}
