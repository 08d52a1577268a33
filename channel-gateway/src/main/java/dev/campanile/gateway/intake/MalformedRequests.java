package dev.campanile.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.WireFormat;
import dev.campanile.contracts.WireFormat.BadItem;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.ledger.Arrival;
import dev.campanile.gateway.ledger.Arrivals;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Malformed;
import dev.campanile.gateway.ledger.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Items that cannot be read, but say which message of which customer they were to be. */
@ApplicationScoped
class MalformedRequests {

  private final Arrivals arrivals;
  private final Outgoing outgoing;
  private final InstantSource clock;

  MalformedRequests(Arrivals arrivals, Outgoing outgoing, InstantSource clock) {
    this.arrivals = arrivals;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * Books the message as failed, so that its run's books balance. What names no message is only a
   * dead letter.
   *
   * @param record the batch the item came in
   */
  void refuse(Handle handle, byte[] record, BadItem item, Lane lane) {
    Instant now = clock.instant();
    named(record, item)
        .map(batch -> Message.requested(Intake.intent(batch, batch.items().getFirst(), lane, now)))
        .ifPresent(
            message -> {
              Change change = Malformed.refused(message, item.reason(), now);
              if (!arrivals
                  .store(handle, List.of(new Arrival(change, Map.of(), false)))
                  .isEmpty()) {
                outgoing.tell(handle, List.of(change));
              }
            });
  }

  /** The batch with nothing of the item but its names. */
  private static Optional<MessageRequests> named(byte[] record, BadItem item) {
    try {
      if (!(WireFormat.read(record, JsonNode.class) instanceof ObjectNode batch)) {
        return Optional.empty();
      }
      ObjectNode names = batch.objectNode();
      names.set("messageId", item.item().path("messageId"));
      names.set("profileId", item.item().path("profileId"));
      names.put("cardVersion", 0);
      names.set("data", batch.objectNode());
      batch.set("items", batch.arrayNode().add(names));
      return Optional.of(WireFormat.read(WireFormat.write(batch), MessageRequests.class));
    } catch (MalformedRecordException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
