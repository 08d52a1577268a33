package dev.campanile.gateway.decision;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Decided;
import dev.campanile.gateway.ledger.Gated;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Takes messages of the ledger through the gate once more, from the top. */
@ApplicationScoped
public class GateAgain {

  private final Database database;
  private final MessageLedger ledger;
  private final Decisions decisions;
  private final Outgoing outgoing;
  private final InstantSource clock;

  GateAgain(
      Database database,
      MessageLedger ledger,
      Decisions decisions,
      Outgoing outgoing,
      InstantSource clock) {
    this.database = database;
    this.ledger = ledger;
    this.decisions = decisions;
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /**
   * Gives up the permission to send; nothing happens to messages that something has happened to
   * meanwhile.
   */
  public void giveBack(List<Message> claimed) {
    if (claimed.isEmpty()) {
      return;
    }
    Map<MessageId, Message> before =
        claimed.stream().collect(Collectors.toMap(Message::id, Function.identity()));
    database.inTransaction(
        handle -> {
          List<Message> ours =
              ledger.lock(handle, before.keySet()).stream()
                  .filter(it -> it.isAsDecided(before.get(it.id())))
                  .toList();
          again(handle, ours);
        });
  }

  /** Of messages the transaction has locked. */
  public void again(Handle handle, List<Message> locked) {
    if (locked.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    Map<MessageId, Decided> decided = decisions.decide(handle, locked, now);
    List<Change> changes = new ArrayList<>();
    for (Message message : locked) {
      Decided one = decided.get(message.id());
      if (one != null) {
        changes.add(Gated.by(one, message, now));
      }
    }
    ledger.save(handle, changes);
    outgoing.tell(handle, changes);
  }
}
