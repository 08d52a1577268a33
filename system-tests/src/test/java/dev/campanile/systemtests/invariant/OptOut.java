package dev.campanile.systemtests.invariant;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import java.time.Instant;

/**
 * A customer's no.
 *
 * @param acknowledged when the answer to the request that carried it came
 */
public record OptOut(Channel channel, String address, Instant acknowledged) {

  /** A number that said no gets nothing at all; a mailbox still gets what it has to know. */
  boolean binds(Category category) {
    return switch (category) {
      case MARKETING, SURVEY -> true;
      case SERVICE, TRANSACTIONAL -> channel != Channel.EMAIL;
    };
  }
}
