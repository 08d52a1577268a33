package dev.campanile.gateway.revocation;

import static java.util.stream.Collectors.groupingBy;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MessageReceipts;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Topic;
import dev.campanile.gateway.gate.Revocation;
import dev.campanile.runtime.database.Columns;
import dev.campanile.runtime.database.Question;
import dev.campanile.runtime.database.UuidArray;
import dev.campanile.runtime.outbox.Outbox;
import dev.campanile.runtime.outbox.OutgoingRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Keeps every no in the very transaction that heard it. For a profile it stands until a card of
 * that profile lists it as folded in, so a card planned before it never brings consent back.
 */
@ApplicationScoped
public class Revocations {

  private static final String KEEP =
      """
      insert into revocation (id, channel, address, topic, cause, evidence, at)
      values (:id, :channel, :address, :topic, :cause, :evidence, :at)
      """;

  private static final String STANDING =
      """
      select a.profile_id, r.id, r.channel, r.address, r.topic
        from (select distinct profile_id, channel, address
                from unnest(:profiles, :channels, :addresses) as u(profile_id, channel, address)) a
        join revocation r
          on r.address = a.address and r.channel = a.channel and r.lifted_at is null
       where not exists (select 1
                           from revocation_fold f
                          where f.revocation_id = r.id and f.profile_id = a.profile_id)
      """;

  private static final String AT_ADDRESSES =
      """
      select id, channel, address, topic
        from revocation
       where address = any(:addresses) and lifted_at is null
         and not exists (select 1 from revocation_fold f where f.revocation_id = revocation.id)
      """;

  private static final String AT_NAMED =
      """
      select r.id, r.channel, r.address, r.topic
        from (select distinct channel, address
                from unnest(:channels, :addresses) as u(channel, address)) n
        join revocation r
          on r.address = n.address and r.channel = n.channel and r.lifted_at is null
       where not folded_by_all(r.id, r.channel, r.address)
      """;

  /** Ids the gateway never had, such as those of an older database, are passed over. */
  private static final String FOLD =
      """
      insert into revocation_fold (revocation_id, profile_id, folded_at)
      select r.id, :profile, :at
        from revocation r
       where r.id = any(:ids)
      on conflict do nothing
      """;

  private static final String KEPT_SINCE =
      """
      select exists (select 1
                       from revocation
                      where address = :address and channel = :channel and topic = :topic
                        and lifted_at is null and at > :since)
      """;

  private final Outbox outbox;

  Revocations(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Keeps it and tells the others. Call it last in the transaction: it takes a bucket's lock. */
  public Receipt.Revoked add(Handle handle, NewRevocation said) {
    Receipt.Revoked receipt = keep(handle, said);
    outbox.add(handle, receipts(said.address(), List.of(receipt)));
    return receipt;
  }

  /**
   * Keeps it. The caller adds the receipt to the outbox, together with its others, in the same
   * transaction.
   */
  public Receipt.Revoked keep(Handle handle, NewRevocation said) {
    UUID id = UUID.randomUUID();
    handle
        .createUpdate(KEEP)
        .bind("id", id)
        .bind("channel", said.channel())
        .bind("address", said.address())
        .bind("topic", said.topic().value())
        .bind("cause", said.cause())
        .bind("evidence", said.evidence())
        .bind("at", said.at())
        .execute();
    return new Receipt.Revoked(
        id, said.channel(), said.address(), said.topic(), said.cause(), said.evidence(), said.at());
  }

  /** Receipts about an address go to the bucket of its text: nobody may hold it yet. */
  public static OutgoingRecords receipts(String address, List<? extends Receipt> receipts) {
    return OutgoingRecords.batch(
        Topic.MESSAGE_RECEIPTS,
        new MessageReceipts(Bucket.of(address), List.<Receipt>copyOf(receipts)));
  }

  /** What stands at the cards' addresses and their profiles' cards do not say yet. */
  public static Question<OfProfile> activeFor(Collection<ContactCard> cards) {
    return new Question<>(
        STANDING,
        query -> bindAddresses(query, cards),
        row ->
            new OfProfile(
                new ProfileId(row.getObject("profile_id", UUID.class)),
                RevocationRow.revocation(row)));
  }

  private static void bindAddresses(Query query, Collection<ContactCard> cards) {
    List<UUID> profiles = new ArrayList<>();
    List<String> channels = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (ContactCard card : cards) {
      for (ContactAddress address : card.addresses()) {
        profiles.add(card.profileId().value());
        channels.add(address.channel().name());
        addresses.add(address.address());
      }
    }
    query
        .bind("profiles", new UuidArray(profiles))
        .bindArray("channels", String.class, channels)
        .bindArray("addresses", String.class, addresses);
  }

  /**
   * What stands at addresses for whoever reads there, unless the cards of all who hold it say it.
   */
  public Map<ProfileId, List<Revocation>> activeAtNamed(
      Handle handle, Collection<NamedAddress> named) {
    var query = handle.createQuery(AT_NAMED);
    Columns.of(named, query)
        .names("channels", NamedAddress::channel)
        .texts("addresses", NamedAddress::address);
    return query
        .map((row, _) -> RevocationRow.revocation(row))
        .collect(groupingBy(it -> ProfileId.ofAddress(it.channel(), it.address())));
  }

  /** Those at the addresses that no card has folded in: from then on the card's word counts. */
  public List<Revocation> activeAt(Handle handle, Collection<String> addresses) {
    return handle
        .createQuery(AT_ADDRESSES)
        .bindArray("addresses", String.class, List.copyOf(addresses))
        .map((row, _) -> RevocationRow.revocation(row))
        .list();
  }

  /** The profile's card says them now. Call it in the transaction that stores the card. */
  public void fold(Handle handle, ProfileId profile, Collection<UUID> ids, Instant at) {
    if (ids.isEmpty()) {
      return;
    }
    handle
        .createUpdate(FOLD)
        .bind("profile", profile.value())
        .bind("ids", new UuidArray(List.copyOf(ids)))
        .bind("at", at)
        .execute();
  }

  /** Whether the same was said after {@code since} and stands. */
  public boolean keptSince(
      Handle handle, Channel channel, String address, ConsentTopic topic, Instant since) {
    return handle
        .createQuery(KEPT_SINCE)
        .bind("channel", channel)
        .bind("address", address)
        .bind("topic", topic.value())
        .bind("since", since)
        .mapTo(Boolean.class)
        .one();
  }

  /** One that a profile's card does not say yet. */
  public record OfProfile(ProfileId profile, Revocation revocation) {}
}
