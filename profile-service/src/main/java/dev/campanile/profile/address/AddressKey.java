package dev.campanile.profile.address;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;

/** What suppression and consent are keyed by. */
public record AddressKey(Channel channel, String address) {

  public AddressKey {
    requireNonNull(channel);
    requireNonNull(address);
  }
}
