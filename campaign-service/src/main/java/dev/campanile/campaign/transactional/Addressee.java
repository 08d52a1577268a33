package dev.campanile.campaign.transactional;

import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.SnapshotsRequested;

/** Whom a message is for. */
sealed interface Addressee {

  record Customer(SnapshotsRequested.Customer named) implements Addressee {}

  /** Nobody we know, or nobody we need to know. */
  record Address(NamedAddress address) implements Addressee {}
}
