package dev.campanile.gateway.reconcile;

import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.decision.GateAgain;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.ledger.Attempt;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Doubt;
import dev.campanile.gateway.ledger.HandedOff;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.gateway.ledger.MessageMapper;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Messages of which nobody has heard since they were handed over. Marketing, service and surveys
 * are handed off at most once; only a transactional message is tried once more.
 */
@ApplicationScoped
public class Doubts {

  private static final int BATCH = 100;

  /**
   * By the database's clock, as all leases: whoever sent them is no more, or has lost its answer.
   */
  private static final String CLAIM_LOST =
      """
      select %s
        from reservation r
        join message m
          on m.message_id = any(r.messages) and m.planned_on = r.planned_on and m.reservation_id = r.id
       where r.leased_until < clock_timestamp() and m.state = 'SENDING'
       limit :batch
         for update of m skip locked
      """
          .formatted(MessageMapper.COLUMNS);

  /** What a dispatcher that is no more has left, when nothing of it is open any more. */
  private static final String END_ABANDONED =
      """
      delete from reservation r
       where r.leased_until < clock_timestamp()
         and not exists (
               select 1
                 from message m
                where m.message_id = any(r.messages) and m.planned_on = r.planned_on
                  and m.reservation_id = r.id and m.state in ('RESERVED', 'SENDING'))
      """;

  private static final String CLAIM_TO_TRY_AGAIN =
      """
      select %s
        from waiting w
        join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
       where w.state = 'UNKNOWN' and w.since <= :before and m.state = 'UNKNOWN'
         and m.category = 'TRANSACTIONAL' and not m.possible_duplicate
       order by w.since
       limit :batch
         for update of m skip locked
      """
          .formatted(MessageMapper.COLUMNS);

  private static final String CLAIM_TO_GIVE_UP =
      """
      select %s
        from waiting w
        join message m on m.message_id = w.message_id and m.planned_on = w.planned_on
       where w.state = 'UNKNOWN' and w.since <= :before and m.state = 'UNKNOWN'
       order by w.since
       limit :batch
         for update of m skip locked
      """
          .formatted(MessageMapper.COLUMNS);

  private final Database database;
  private final MessageLedger ledger;
  private final GateAgain gate;
  private final Outgoing outgoing;
  private final InstantSource clock;
  private final UnknownConfig config;

  Doubts(
      Database database,
      MessageLedger ledger,
      GateAgain gate,
      Outgoing outgoing,
      InstantSource clock,
      UnknownConfig config) {
    this.database = database;
    this.ledger = ledger;
    this.gate = gate;
    this.outgoing = outgoing;
    this.clock = clock;
    this.config = config;
  }

  /** An expired SENDING may have left. Answers whether there may be more. */
  public boolean loseSight() {
    return database.transaction(this::loseSight) == BATCH;
  }

  private int loseSight(Handle handle) {
    Instant now = clock.instant();
    List<Message> lost =
        handle.createQuery(CLAIM_LOST).bind("batch", BATCH).map(MessageMapper.MESSAGE).list();
    List<Change> changes = new ArrayList<>();
    List<Attempt> attempts = new ArrayList<>();
    for (Message message : lost) {
      int attempt = message.progress().attempt();
      var inDoubt = new HandOff.InDoubt("the lease ran out before an answer was written");
      changes.add(Doubt.lostSight(message, attempt, now));
      attempts.add(HandedOff.attempt(message, attempt, message.sentOn(), inDoubt, now));
    }
    ledger.save(handle, changes);
    ledger.saveAttempts(handle, attempts);
    outgoing.tell(handle, changes);
    handle.execute(END_ABANDONED);
    return lost.size();
  }

  /** Answers whether there may be more. */
  public boolean tryAgain() {
    return database.transaction(
            handle -> {
              List<Message> messages =
                  claim(handle, CLAIM_TO_TRY_AGAIN, clock.instant().minus(config.retryAfter()))
                      .stream()
                      .filter(Doubt::mayBeTriedAgain)
                      .map(Doubt::toBeTriedAgain)
                      .toList();
              gate.again(handle, messages);
              return messages.size();
            })
        == BATCH;
  }

  /** Answers whether there may be more. */
  public boolean giveUp() {
    return database.transaction(
            handle -> {
              Instant now = clock.instant();
              List<Change> changes =
                  claim(handle, CLAIM_TO_GIVE_UP, now.minus(config.uncertainAfter())).stream()
                      .map(message -> Doubt.givenUp(message, now))
                      .toList();
              ledger.save(handle, changes);
              outgoing.tell(handle, changes);
              return changes.size();
            })
        == BATCH;
  }

  private static List<Message> claim(Handle handle, String statement, Instant before) {
    return handle
        .createQuery(statement)
        .bind("before", before)
        .bind("batch", BATCH)
        .map(MessageMapper.MESSAGE)
        .list();
  }
}
