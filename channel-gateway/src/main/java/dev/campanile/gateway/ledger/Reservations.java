package dev.campanile.gateway.ledger;

import dev.campanile.contracts.MessageId;
import dev.campanile.runtime.database.UuidArray;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The reservations that a transaction makes, and which message is in which. */
final class Reservations {

  private static final String ADD =
      """
      insert into reservation (id, channel, lane, turn, planned_on, messages, reserved_at)
      values (:id, :channel, :lane, :turn, :plannedOn, :messages, :reservedAt)
      """;

  private final List<Reservation> made;
  private final Map<MessageId, UUID> byMessage = new HashMap<>();

  private Reservations(List<Reservation> made) {
    this.made = made;
    made.forEach(one -> one.messages().forEach(message -> byMessage.put(message, one.id())));
  }

  static Reservations among(Collection<Change> changes) {
    return new Reservations(Reservation.among(changes));
  }

  boolean isEmpty() {
    return made.isEmpty();
  }

  /**
   * @param atHand whether what is in them is kept in memory
   */
  Reserved told(boolean atHand) {
    return new Reserved(
        made.stream().map(it -> new Reserved.One(it.id(), it.channel(), it.lane())).toList(),
        atHand);
  }

  /** None when the message is not RESERVED now. */
  @Nullable UUID of(Message message) {
    return byMessage.get(message.id());
  }

  void add(Handle handle) {
    var batch = handle.prepareBatch(ADD);
    for (Reservation one : made) {
      batch
          .bind("id", one.id())
          .bind("channel", one.channel())
          .bind("lane", one.lane())
          .bind("turn", one.turn())
          .bind("plannedOn", one.plannedOn())
          .bind("messages", new UuidArray(one.messages().stream().map(MessageId::value).toList()))
          .bind("reservedAt", one.reservedAt())
          .add();
    }
    batch.execute();
  }
}
