package dev.campanile.gateway.contact;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Question;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * What providers taught us about addresses. Binds at once and for every profile that holds the
 * address, until all their cards say it: then profile-service's word alone counts, and its release.
 */
@ApplicationScoped
public class SuppressionRepository {

  private static final String KEEP =
      """
      insert into address_suppression (channel, address, reason, code, at)
      select channel, address, reason, code, cast(at as timestamptz)
        from unnest(:channels, :addresses, :reasons, :codes, :ats)
          as n(channel, address, reason, code, at)
      on conflict do nothing
      """;

  private static final String AT_ADDRESSES =
      "select channel, address, reason from address_suppression where address = any(:suppressedAt)";

  private static final String FOLD =
      """
      delete from address_suppression s
       using (select distinct channel, address
                from unnest(:channels, :addresses) as u(channel, address)) n
       where s.address = n.address and s.channel = n.channel
         and not exists (
               select 1
                 from contact_address a
                 join contact_card c on c.profile_id = a.profile_id
                where a.address = n.address and a.channel = n.channel
                  and not jsonb_path_exists(
                        c.card,
                        '$.addresses[*] ? (@.address == $address && @.channel == $channel
                                           && (@.suppression == "HARD"
                                               || (@.suppression != null && $reason != "HARD")))',
                        jsonb_build_object('address', n.address, 'channel', n.channel,
                                           'reason', s.reason)))
      """;

  /** Addresses in ascending order, so that two who learn the same do not deadlock. */
  public void keep(Handle handle, Collection<Receipt.AddressRefused> refused) {
    if (refused.isEmpty()) {
      return;
    }
    var insert = handle.createUpdate(KEEP);
    Columns.of(
            refused.stream().sorted((a, b) -> a.address().compareTo(b.address())).toList(), insert)
        .names("channels", Receipt.AddressRefused::channel)
        .texts("addresses", Receipt.AddressRefused::address)
        .names("reasons", Receipt.AddressRefused::suppression)
        .texts("codes", Receipt.AddressRefused::code)
        .instants("ats", Receipt.AddressRefused::at);
    insert.execute();
  }

  /** Those that stand at the addresses. */
  public static Question<Learned> at(Collection<String> addresses) {
    return new Question<>(
        AT_ADDRESSES,
        query -> query.bindArray("suppressedAt", String.class, List.copyOf(addresses)),
        row ->
            new Learned(
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                SuppressionReason.valueOf(row.getString("reason"))));
  }

  void foldInto(Handle handle, List<ContactCard> cards) {
    List<ContactAddress> suppressed =
        cards.stream()
            .flatMap(card -> card.addresses().stream())
            .filter(address -> address.suppression() != null)
            .toList();
    if (suppressed.isEmpty()) {
      return;
    }
    var delete = handle.createUpdate(FOLD);
    Columns.of(suppressed, delete)
        .names("channels", ContactAddress::channel)
        .texts("addresses", ContactAddress::address);
    delete.execute();
  }

  /** Why nothing goes to an address, as a provider told us. */
  public record Learned(Channel channel, String address, SuppressionReason reason) {}

  /** Suppressions by channel and address. */
  static final class Standing {

    private final Map<Place, SuppressionReason> reasons = new HashMap<>();

    Standing(Collection<Learned> all) {
      all.forEach(it -> reasons.put(new Place(it.channel(), it.address()), it.reason()));
    }

    /** The address as it is with what we learned. */
    ContactAddress onto(ContactAddress address) {
      SuppressionReason learned = reasons.get(new Place(address.channel(), address.address()));
      // A hard bounce binds transactional mail too: it stands above every other reason.
      boolean said = address.suppression() != null && learned != SuppressionReason.HARD;
      return learned == null || said
          ? address
          : new ContactAddress(
              address.channel(), address.address(), address.valid(), learned, address.consents());
    }

    boolean isEmpty() {
      return reasons.isEmpty();
    }

    private record Place(Channel channel, String address) {}
  }
}
