package dev.campanile.gateway.ledger;

import static dev.campanile.gateway.ledger.Occurrence.*;
import static dev.campanile.gateway.ledger.Transitions.Row.row;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * All the ways between states; what is not here does not happen. Statements that change a state in
 * SQL ({@code START_SENDING}, {@code LOSE_SIGHT}) follow the same table.
 *
 * <p>Late and repeated callbacks find no way back: nothing leads from what a customer has received
 * to what they have not. A late true answer finds its way from every state in which it was not
 * known.
 */
public final class Transitions {

  private static final Map<MessageState, Map<Occurrence, MessageState>> TABLE =
      new EnumMap<>(
          Map.of(
              MessageState.REQUESTED,
              row()
                  .when(GATE_PASSED, MessageState.RESERVED)
                  .when(GATE_DEFERRED, MessageState.DEFERRED)
                  .when(GATE_SKIPPED, MessageState.SKIPPED)
                  .when(MALFORMED, MessageState.FAILED)
                  .ways(),
              MessageState.DEFERRED,
              waiting().ways(),
              MessageState.RESERVED,
              waiting().when(STARTED, MessageState.SENDING).ways(),
              MessageState.SENDING,
              mayHaveLeft().when(LOST_SIGHT, MessageState.UNKNOWN).ways(),
              MessageState.UNKNOWN,
              mayHaveLeft().ways(),
              MessageState.UNCERTAIN,
              received()
                  .when(BOUNCED, MessageState.BOUNCED)
                  .when(REFUSED, MessageState.FAILED)
                  .ways(),
              MessageState.ACCEPTED,
              row()
                  .when(DELIVERED, MessageState.DELIVERED)
                  .when(BOUNCED, MessageState.BOUNCED)
                  .when(COMPLAINED, MessageState.COMPLAINED)
                  .ways(),
              MessageState.DELIVERED,
              row().when(COMPLAINED, MessageState.COMPLAINED).ways()));

  private Transitions() {}

  /** Empty when it changes nothing. */
  public static Optional<MessageState> from(MessageState state, Occurrence occurrence) {
    return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(occurrence));
  }

  /** It has not left on this attempt; an earlier attempt's late answer may still say otherwise. */
  private static Row waiting() {
    return received()
        .when(GATE_PASSED, MessageState.RESERVED)
        .when(GATE_DEFERRED, MessageState.DEFERRED)
        .when(GATE_SKIPPED, MessageState.SKIPPED)
        .when(REFUSED, MessageState.FAILED)
        .when(GAVE_UP, MessageState.UNCERTAIN);
  }

  /** Refused for good on one channel it goes through the gate again, for the next. */
  private static Row mayHaveLeft() {
    return received()
        .when(BOUNCED, MessageState.BOUNCED)
        .when(GATE_PASSED, MessageState.RESERVED)
        .when(GATE_DEFERRED, MessageState.DEFERRED)
        .when(REFUSED_FOR_NOW, MessageState.DEFERRED)
        .when(REFUSED, MessageState.FAILED)
        .when(GAVE_UP, MessageState.UNCERTAIN);
  }

  private static Row received() {
    return row()
        .when(ACCEPTED, MessageState.ACCEPTED)
        .when(DELIVERED, MessageState.DELIVERED)
        .when(COMPLAINED, MessageState.COMPLAINED);
  }

  /** The ways out of one state. */
  static final class Row {
    private final Map<Occurrence, MessageState> ways = new EnumMap<>(Occurrence.class);

    static Row row() {
      return new Row();
    }

    Row when(Occurrence occurrence, MessageState next) {
      ways.put(occurrence, next);
      return this;
    }

    Map<Occurrence, MessageState> ways() {
      return Collections.unmodifiableMap(ways);
    }
  }
}
