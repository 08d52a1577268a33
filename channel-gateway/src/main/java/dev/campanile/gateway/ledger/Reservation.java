package dev.campanile.gateway.ledger;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that the gate let pass together, alike in where they go and whose turn they are. They
 * are leased, sent and settled as one. Not too many, so that runs take turns with a slow provider
 * too.
 *
 * @param turn what dispatchers serve in turn: a run, or all single requests with one content
 */
record Reservation(
    UUID id,
    Channel channel,
    Lane lane,
    UUID turn,
    LocalDate plannedOn,
    Instant reservedAt,
    List<MessageId> messages) {

  private static final int MOST = 100;

  /** Those that the changes make, for each kind of message that is RESERVED now. */
  static List<Reservation> among(Collection<Change> changes) {
    List<Reservation> all = new ArrayList<>();
    Map<Kind, Reservation> last = new HashMap<>();
    for (Change change : changes) {
      Message message = change.after();
      if (message.state() == MessageState.RESERVED) {
        Kind kind = Kind.of(message);
        Reservation reservation = last.get(kind);
        if (reservation == null || reservation.messages.size() == MOST) {
          reservation = kind.empty(message.progress().changedAt());
          last.put(kind, reservation);
          all.add(reservation);
        }
        reservation.messages.add(message.id());
      }
    }
    return all;
  }

  private record Kind(Channel channel, Lane lane, UUID turn, LocalDate plannedOn) {

    static Kind of(Message message) {
      Intent intent = message.intent();
      return new Kind(message.sentOn(), intent.lane(), intent.turn(), intent.plannedOn());
    }

    Reservation empty(Instant now) {
      return new Reservation(
          UUID.randomUUID(), channel, lane, turn, plannedOn, now, new ArrayList<>());
    }
  }
}
