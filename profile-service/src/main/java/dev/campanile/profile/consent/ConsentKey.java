package dev.campanile.profile.consent;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.ConsentTopic;
import dev.campanile.profile.address.AddressKey;

/** What has one state: a topic at an address. */
record ConsentKey(AddressKey address, ConsentTopic topic) {

  ConsentKey {
    requireNonNull(address);
    requireNonNull(topic);
  }
}
