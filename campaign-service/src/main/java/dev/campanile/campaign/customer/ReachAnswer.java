package dev.campanile.campaign.customer;

import dev.campanile.contracts.Reach;

/** What profile-service says when it is asked whom a message would reach. */
public sealed interface ReachAnswer {

  record Told(Reach reach) implements ReachAnswer {}

  record NoSuchSegment() implements ReachAnswer {}

  /** It is there, but did not count in time. */
  record TooSlow() implements ReachAnswer {}
}
