package dev.campanile.profile.consent;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.ConsentState;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.profile.address.AddressKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: what was said about an address and a topic, when, how, and how we know.
 *
 * @param at when the customer said it
 * @param source the system that told us
 * @param wording the version of the words they agreed to
 * @param proof where the saying can be found again; an opt-in without one lifts no opt-out
 */
public record ConsentEntry(
    AddressKey key,
    ConsentTopic topic,
    ConsentState state,
    Instant at,
    How how,
    String source,
    @Nullable String wording,
    @Nullable String proof) {

  public ConsentEntry {
    requireNonNull(key);
    requireNonNull(topic);
    requireNonNull(state);
    requireNonNull(at);
    requireNonNull(how);
    requireNonNull(source);
  }

  /** The way it was said. */
  public enum How {
    FORM,
    IMPORT,
    API,
    KEYWORD,
    ONE_CLICK,
    UNSUBSCRIBE_PAGE,
    COMPLAINT,
    PROVIDER
  }

  /**
   * How much the entry counts beside others of its address and topic; among equals the later one
   * wins, at the same instant the opt-out. So the current state is the greatest entry, in whatever
   * order they come in: {@code UNKNOWN} beats nothing, and only a later opt-in with proof beats an
   * opt-out.
   */
  public int weight() {
    return switch (state) {
      case UNKNOWN -> 0;
      case PENDING -> 1;
      case IMPLIED -> 2;
      case OPTED_IN -> proof == null ? 3 : 4;
      case OPTED_OUT -> 4;
    };
  }
}
