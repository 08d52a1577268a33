package dev.campanile.profile.imports;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.address.AddressRepository;
import dev.campanile.profile.address.HeldAddress;
import dev.campanile.profile.card.ContactCards;
import dev.campanile.profile.cases.CaseRepository;
import dev.campanile.profile.cases.ServiceCase;
import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.profile.consent.ConsentLedger;
import dev.campanile.profile.profile.ProfileWriter;
import dev.campanile.profile.suppression.SuppressionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Stores a batch of customers in the transaction it is given, and tells their cards. */
@ApplicationScoped
class CustomerStore {

  private final AddressRepository addresses;
  private final ProfileWriter profiles;
  private final ConsentLedger ledger;
  private final SuppressionRepository suppressions;
  private final CaseRepository cases;
  private final ContactCards cards;

  CustomerStore(
      AddressRepository addresses,
      ProfileWriter profiles,
      ConsentLedger ledger,
      SuppressionRepository suppressions,
      CaseRepository cases,
      ContactCards cards) {
    this.addresses = addresses;
    this.profiles = profiles;
    this.ledger = ledger;
    this.suppressions = suppressions;
    this.cases = cases;
    this.cards = cards;
  }

  void store(Handle handle, Header header, List<CustomerRow> rows, Instant now) {
    Set<UUID> holders = lock(handle, rows);
    Map<String, UUID> ids =
        profiles.write(
            handle, rows.stream().map(CustomerRow::profile).toList(), header.stated(), now);
    addresses.replace(handle, ids.values(), restated(header), held(rows, ids));
    ledger.append(handle, rows.stream().flatMap(row -> row.consents().stream()).toList(), now);
    suppressions.add(handle, rows.stream().flatMap(row -> row.suppressions().stream()).toList());
    cases.openNew(handle, openCases(rows, ids, now));
    Set<UUID> changed = new HashSet<>(ids.values());
    changed.addAll(holders);
    cards.tell(handle, changed);
  }

  /**
   * Everything the batch will touch, in the one order of locks: addresses, then profiles.
   *
   * @return others that hold an address of the batch: what is said of it binds them too
   */
  private Set<UUID> lock(Handle handle, List<CustomerRow> rows) {
    Set<AddressKey> keys =
        rows.stream()
            .flatMap(row -> row.addresses().stream())
            .map(address -> new AddressKey(address.channel(), address.address()))
            .collect(Collectors.toSet());
    addresses.lock(handle, keys);
    Set<UUID> holders =
        addresses.holders(handle, keys).values().stream()
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    profiles.lock(handle, rows.stream().map(row -> row.profile().externalId()).toList(), holders);
    return holders;
  }

  private static Set<Channel> restated(Header header) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    if (header.has(Column.EMAIL)) {
      channels.add(Channel.EMAIL);
    }
    if (header.has(Column.PHONE)) {
      channels.add(Channel.SMS);
      channels.add(Channel.CHAT);
    }
    return channels;
  }

  private static List<HeldAddress> held(List<CustomerRow> rows, Map<String, UUID> ids) {
    return rows.stream()
        .flatMap(
            row ->
                row.addresses().stream()
                    .map(
                        address ->
                            new HeldAddress(
                                idOf(row, ids),
                                new AddressKey(address.channel(), address.address()),
                                address.valid())))
        .toList();
  }

  private static List<ServiceCase> openCases(
      List<CustomerRow> rows, Map<String, UUID> ids, Instant now) {
    return rows.stream()
        .filter(row -> row.openCase() != null)
        .map(
            row ->
                ServiceCase.open(
                    idOf(row, ids), String.valueOf(row.openCase()), Severity.NORMAL, now))
        .toList();
  }

  private static UUID idOf(CustomerRow row, Map<String, UUID> ids) {
    UUID id = ids.get(row.profile().externalId());
    if (id == null) {
      throw new IllegalStateException("a row was stored without an id");
    }
    return id;
  }
}
