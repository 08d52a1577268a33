package dev.campanile.profile.suppression;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.address.AddressKey;
import java.time.Instant;

/**
 * An address that must not be written to.
 *
 * @param source who found out: an import's source, or the gateway
 * @param detail the provider's code, or what the source said
 */
public record SuppressedAddress(
    AddressKey key, SuppressionReason reason, String source, String detail, Instant at) {

  public SuppressedAddress {
    requireNonNull(key);
    requireNonNull(reason);
    requireNonNull(source);
    requireNonNull(detail);
    requireNonNull(at);
  }
}
