package dev.campanile.profile.imports;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.profile.ProfileDraft;
import dev.campanile.profile.suppression.SuppressedAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that can be stored.
 *
 * @param openCase the key of a case that is open
 */
record CustomerRow(
    ProfileDraft profile,
    List<RowAddress> addresses,
    List<ConsentEntry> consents,
    List<SuppressedAddress> suppressions,
    @Nullable String openCase) {

  CustomerRow {
    requireNonNull(profile);
    addresses = List.copyOf(addresses);
    consents = List.copyOf(consents);
    suppressions = List.copyOf(suppressions);
  }

  record RowAddress(Channel channel, String address, boolean valid) {}
}
