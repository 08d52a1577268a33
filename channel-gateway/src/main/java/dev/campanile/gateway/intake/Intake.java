package dev.campanile.gateway.intake;

import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.gateway.contact.NormalAddress;
import dev.campanile.gateway.decision.Decisions;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.ledger.Arrival;
import dev.campanile.gateway.ledger.Arrivals;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Decided;
import dev.campanile.gateway.ledger.Gated;
import dev.campanile.gateway.ledger.Intent;
import dev.campanile.gateway.ledger.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gates what is asked for the first time and stores what the gate says. Sends nothing. */
@ApplicationScoped
class Intake {

  private final Arrivals arrivals;
  private final Decisions decisions;
  private final Outgoing outgoing;
  private final InstantSource clock;

  Intake(Arrivals arrivals, Decisions decisions, Outgoing outgoing, InstantSource clock) {
    this.arrivals = arrivals;
    this.decisions = decisions;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /** All of the batches are in the ledger with the caller's transaction, or none is. */
  void take(Handle handle, List<MessageRequests> batches, Lane lane) {
    Instant now = clock.instant();
    Map<MessageId, Recipient> recipients = new LinkedHashMap<>();
    Map<MessageId, Message> asked = new LinkedHashMap<>();
    for (MessageRequests batch : batches) {
      for (Recipient recipient : batch.items()) {
        if (recipients.putIfAbsent(recipient.messageId(), recipient) == null) {
          asked.put(recipient.messageId(), Message.requested(intent(batch, recipient, lane, now)));
        }
      }
    }
    forgetKnown(handle, batches, asked);
    List<Message> messages = List.copyOf(asked.values());
    Map<MessageId, Decided> decided = decisions.decide(handle, messages, now);
    List<Arrival> gated = new ArrayList<>();
    for (Message message : messages) {
      Decided one = decided.get(message.id());
      Recipient recipient = recipients.get(message.id());
      if (one != null && recipient != null) {
        gated.add(new Arrival(Gated.by(one, message, now), recipient.data(), one.tracked()));
      }
    }
    // Another consumer may have stored the same meanwhile, as partitions move; then it has told.
    Set<MessageId> stored = arrivals.store(handle, gated);
    List<Change> ours =
        gated.stream()
            .map(Arrival::change)
            .filter(change -> stored.contains(change.after().id()))
            .toList();
    outgoing.tell(handle, ours);
  }

  /**
   * All messages of a batch come into the ledger in one transaction: when one of them is new, the
   * others are, or are guarded by their key as those of another consumer are. Single messages are
   * not looked for: most are new, and their key guards them, too.
   */
  private void forgetKnown(
      Handle handle, List<MessageRequests> batches, Map<MessageId, Message> asked) {
    List<MessageId> oneOfEach =
        batches.stream()
            .filter(batch -> batch.items().size() > 1)
            .map(batch -> batch.items().getFirst().messageId())
            .toList();
    if (!oneOfEach.isEmpty() && !arrivals.known(handle, oneOfEach).isEmpty()) {
      asked.keySet().removeAll(arrivals.known(handle, asked.keySet()));
    }
  }

  static Intent intent(MessageRequests batch, Recipient recipient, Lane lane, Instant now) {
    return new Intent(
        recipient.messageId(),
        batch.plannedOn(),
        batch.bucket(),
        recipient.profileId(),
        batch.source(),
        batch.content(),
        batch.category(),
        batch.topic(),
        batch.plan(),
        lane,
        batch.expiresAt(),
        recipient.cardVersion(),
        now,
        normal(recipient.to()),
        batch.sendingVersion());
  }

  /** What has no normal form stays as it was written, and the gate refuses it. */
  private static @Nullable NamedAddress normal(@Nullable NamedAddress to) {
    return to == null
        ? null
        : new NamedAddress(
            to.channel(),
            NormalAddress.of(to.channel(), to.address()).orElse(to.address()),
            to.locale());
  }
}
