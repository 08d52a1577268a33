package dev.campanile.gateway.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.Consent;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.runtime.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A card for an address that was named without a customer: what any of the profiles that hold it
 * refused binds, and none of their yeses counts, for who reads there is not known.
 */
@ApplicationScoped
public class AddressCards {

  private static final String HOLDERS =
      """
      select n.channel, n.address, c.card::text as card, holder_state(c.profile_id, c.version) as state
        from (select distinct channel, address
                from unnest(:channels, :addresses) as u(channel, address)) n
        join contact_address a on a.address = n.address and a.channel = n.channel
        join contact_card c on c.profile_id = a.profile_id
       where not c.erased
      """;

  private final ZoneId zone;

  AddressCards(
      @ConfigProperty(name = "campanile.workspace.zone", defaultValue = "UTC") ZoneId zone) {
    this.zone = zone;
  }

  /** One for each address, by {@link ProfileId#ofAddress}. */
  public Map<ProfileId, CardState> of(Handle handle, Collection<NamedAddress> named) {
    Map<ProfileId, CardState> cards = new HashMap<>();
    if (named.isEmpty()) {
      return cards;
    }
    Map<ProfileId, Holders> held = holders(handle, named);
    var standing =
        new SuppressionRepository.Standing(
            SuppressionRepository.at(named.stream().map(NamedAddress::address).toList())
                .ask(handle));
    for (NamedAddress to : named) {
      ProfileId id = ProfileId.ofAddress(to.channel(), to.address());
      Holders holders = held.getOrDefault(id, Holders.NOBODY);
      ContactAddress address = standing.onto(holders.address(to));
      cards.put(id, new CardState.OfAddress(card(id, address), holders.state()));
    }
    return cards;
  }

  private ContactCard card(ProfileId id, ContactAddress address) {
    return new ContactCard(
        id,
        1,
        "und",
        null,
        List.of(zone),
        address.channel(),
        false,
        List.of(address),
        List.of(),
        List.of());
  }

  private static Map<ProfileId, Holders> holders(Handle handle, Collection<NamedAddress> named) {
    Map<ProfileId, Holders> held = new HashMap<>();
    var query = handle.createQuery(HOLDERS);
    Columns.of(named, query)
        .names("channels", NamedAddress::channel)
        .texts("addresses", NamedAddress::address);
    query
        .map(
            (row, _) ->
                Map.entry(
                    ProfileId.ofAddress(
                        Channel.valueOf(row.getString("channel")), row.getString("address")),
                    new Holders(row.getLong("state"), List.of(card(row.getString("card"))))))
        .forEach(entry -> held.merge(entry.getKey(), entry.getValue(), Holders::and));
    return held;
  }

  private static ContactCard card(String json) {
    try {
      return WireFormat.read(json.getBytes(UTF_8), ContactCard.class);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored card cannot be read", e);
    }
  }

  /**
   * @param state changes with any of the cards
   */
  private record Holders(long state, List<ContactCard> cards) {

    static final Holders NOBODY = new Holders(0, List.of());

    Holders and(Holders other) {
      return new Holders(
          state ^ other.state, Stream.concat(cards.stream(), other.cards.stream()).toList());
    }

    ContactAddress address(NamedAddress to) {
      List<ContactAddress> said =
          cards.stream()
              .flatMap(card -> card.addresses().stream())
              .filter(it -> it.channel() == to.channel() && it.address().equals(to.address()))
              .toList();
      return new ContactAddress(
          to.channel(),
          to.address(),
          NormalAddress.of(to.channel(), to.address()).isPresent(),
          strictest(said),
          refusals(said));
    }

    private static List<Consent> refusals(List<ContactAddress> said) {
      return said.stream()
          .flatMap(it -> it.consents().stream())
          .filter(consent -> consent.state() == ConsentState.OPTED_OUT)
          .distinct()
          .toList();
    }

    /** A hard bounce binds most. */
    private static @Nullable SuppressionReason strictest(List<ContactAddress> said) {
      return said.stream()
          .flatMap(it -> Stream.ofNullable(it.suppression()))
          .min(SuppressionReason::compareTo)
          .orElse(null);
    }
  }
}
