package dev.campanile.gateway.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactErased;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.revocation.Revocations;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Customers' cards: a higher version replaces a lower one, and nothing replaces an erasure. */
@ApplicationScoped
public class ContactRepository {

  private static final String STORE =
      """
      insert into contact_card as c (profile_id, version, erased, card)
      select profile_id, version, false, cast(card as jsonb)
        from unnest(:profiles, :versions, :cards) as n(profile_id, version, card)
      on conflict (profile_id) do update
         set version = excluded.version, card = excluded.card
       where c.version < excluded.version and not c.erased
      returning profile_id
      """;

  private static final String ERASE =
      """
      insert into contact_card as c (profile_id, version, erased, card)
      select profile_id, 0, true, null from unnest(:profiles) as n(profile_id)
      on conflict (profile_id) do update set erased = true, card = null where not c.erased
      """;

  private static final String FORGET_ADDRESSES =
      """
      delete from contact_address a
       where a.profile_id = any(:profiles)
         and not exists (select 1
                           from unnest(:holders, :channels, :addresses) as n(profile_id, channel, address)
                          where n.profile_id = a.profile_id and n.channel = a.channel
                            and n.address = a.address)
      """;

  private static final String KEEP_ADDRESSES =
      """
      insert into contact_address (profile_id, channel, address)
      select profile_id, channel, address
        from unnest(:holders, :channels, :addresses) as n(profile_id, channel, address)
      on conflict do nothing
      """;

  private static final String HOLDERS =
      "select profile_id from contact_address where address = :address and channel = :channel";

  private final Revocations revocations;
  private final SuppressionRepository suppressions;
  private final InstantSource clock;

  ContactRepository(
      Revocations revocations, SuppressionRepository suppressions, InstantSource clock) {
    this.revocations = revocations;
    this.suppressions = suppressions;
    this.clock = clock;
  }

  /** Takes of each profile the newest, if it is newer than what is here. */
  void store(Handle handle, List<ContactCard> cards) {
    if (cards.isEmpty()) {
      return;
    }
    TreeMap<UUID, ContactCard> newest = new TreeMap<>();
    cards.forEach(
        card ->
            newest.merge(
                card.profileId().value(), card, (a, b) -> a.version() > b.version() ? a : b));
    var insert = handle.createQuery(STORE);
    Columns.of(newest.values(), insert)
        .uuids("profiles", it -> it.profileId().value())
        .longs("versions", ContactCard::version)
        .texts("cards", it -> new String(WireFormat.write(it), UTF_8));
    Set<UUID> taken = insert.mapTo(UUID.class).collect(Collectors.toSet());
    newest.keySet().retainAll(taken);
    List<ContactCard> current = List.copyOf(newest.values());
    indexAddresses(handle, newest.keySet(), current);
    // Only a card that is in force may fold a revocation in: an older one was planned without it.
    current.forEach(
        card ->
            revocations.fold(handle, card.profileId(), card.foldedRevocations(), clock.instant()));
    suppressions.foldInto(handle, current);
  }

  void erase(Handle handle, List<ContactErased> erased) {
    if (erased.isEmpty()) {
      return;
    }
    List<UUID> profiles =
        erased.stream().map(it -> it.profileId().value()).distinct().sorted().toList();
    handle.createUpdate(ERASE).bind("profiles", new UuidArray(profiles)).execute();
    indexAddresses(handle, Set.copyOf(profiles), List.of());
  }

  /** Who holds an address. */
  public List<ProfileId> holders(Handle handle, Channel channel, String address) {
    return handle
        .createQuery(HOLDERS)
        .bind("address", address)
        .bind("channel", channel)
        .mapTo(UUID.class)
        .map(ProfileId::new)
        .list();
  }

  private static void indexAddresses(Handle handle, Set<UUID> profiles, List<ContactCard> current) {
    if (profiles.isEmpty()) {
      return;
    }
    List<Held> held =
        current.stream()
            .flatMap(
                card ->
                    card.addresses().stream()
                        .map(it -> new Held(card.profileId(), it.channel(), it.address())))
            .collect(toMap(identity(), identity(), (a, _) -> a, TreeMap::new))
            .values()
            .stream()
            .toList();
    var forget =
        handle
            .createUpdate(FORGET_ADDRESSES)
            .bind("profiles", new UuidArray(List.copyOf(profiles)));
    Held.bind(held, forget);
    forget.execute();
    var keep = handle.createUpdate(KEEP_ADDRESSES);
    Held.bind(held, keep);
    keep.execute();
  }
}
