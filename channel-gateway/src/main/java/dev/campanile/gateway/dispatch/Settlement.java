package dev.campanile.gateway.dispatch;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.contact.Lessons;
import dev.campanile.gateway.decision.Decisions;
import dev.campanile.gateway.decision.Outgoing;
import dev.campanile.gateway.gate.Verdict;
import dev.campanile.gateway.ledger.Attempt;
import dev.campanile.gateway.ledger.Change;
import dev.campanile.gateway.ledger.Decided;
import dev.campanile.gateway.ledger.Gated;
import dev.campanile.gateway.ledger.HandedOff;
import dev.campanile.gateway.ledger.HandedOff.Next;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.gateway.ledger.MessageLedger;
import dev.campanile.gateway.ledger.RetryPolicy;
import dev.campanile.runtime.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Writes what providers answered: attempts, messages, what was learned of addresses, and the
 * receipts, for a group in one transaction. Folds by rank, so it may come late or twice.
 */
@ApplicationScoped
class Settlement {

  private final Database database;
  private final MessageLedger ledger;
  private final Decisions decisions;
  private final Lessons lessons;
  private final Outgoing outgoing;
  private final InstantSource clock;
  private final RetryPolicy retry;

  Settlement(
      Database database,
      MessageLedger ledger,
      Decisions decisions,
      Lessons lessons,
      Outgoing outgoing,
      InstantSource clock,
      DispatchConfig config) {
    this.database = database;
    this.ledger = ledger;
    this.decisions = decisions;
    this.lessons = lessons;
    this.outgoing = outgoing;
    this.clock = clock;
    this.retry = new RetryPolicy(config.firstRetry(), config.longestRetry(), config.attempts());
  }

  /**
   * @param outcomes of different messages
   */
  void write(List<Outcome> outcomes) {
    database.inTransaction(handle -> write(handle, outcomes));
  }

  private void write(Handle handle, List<Outcome> outcomes) {
    List<Change> accepted = ledger.accept(handle, acceptances(outcomes));
    Set<MessageId> done = accepted.stream().map(it -> it.after().id()).collect(toSet());
    List<Outcome> others =
        outcomes.stream().filter(it -> !done.contains(it.started().id())).toList();
    Folded folded = fold(handle, others);
    // Before the gate is asked again: it must know.
    var learned = lessons.learn(handle, lessons(others));
    List<Change> changes = new ArrayList<>(folded.changes());
    changes.addAll(nextChannels(handle, folded.refused()));
    ledger.save(handle, changes);
    ledger.saveAttempts(
        handle, attempts(outcomes.stream().filter(it -> !saysItAll(it, done)).toList()));
    changes.addAll(accepted);
    outgoing.tell(handle, changes, learned);
  }

  /**
   * An accepted mail: nobody asks for it by its provider's id, and the message keeps that itself.
   */
  private static boolean saysItAll(Outcome outcome, Set<MessageId> accepted) {
    return outcome.channel() == Channel.EMAIL && accepted.contains(outcome.started().id());
  }

  /** What most hand-offs come to, if nothing has happened to the message meanwhile. */
  private List<Change> acceptances(List<Outcome> outcomes) {
    List<Change> changes = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.handOff() instanceof HandOff.Accepted
          && next(outcome.started(), 0, outcome) instanceof Next.Changed(var change)) {
        changes.add(change);
      }
    }
    return changes;
  }

  private Folded fold(Handle handle, List<Outcome> outcomes) {
    Folded folded = new Folded(new ArrayList<>(), new ArrayList<>());
    if (outcomes.isEmpty()) {
      return folded;
    }
    Map<MessageId, Message> messages =
        ledger.lock(handle, outcomes.stream().map(it -> it.started().id()).toList()).stream()
            .collect(toMap(Message::id, identity()));
    Map<MessageId, Integer> limited = limited(handle, outcomes);
    for (Outcome outcome : outcomes) {
      Message message = messages.get(outcome.started().id());
      if (message != null) {
        switch (next(message, limited.getOrDefault(message.id(), 0), outcome)) {
          case Next.Unchanged _ -> {}
          case Next.Changed(var change) -> folded.changes().add(change);
          case Next.TryNextChannel next -> folded.refused().add(next);
        }
      }
    }
    return folded;
  }

  /** Asked only of those that were refused before. */
  private Map<MessageId, Integer> limited(Handle handle, List<Outcome> outcomes) {
    List<MessageId> again =
        outcomes.stream()
            .filter(it -> it.handOff() instanceof HandOff.RefusedForNow && it.attempt() > 1)
            .map(it -> it.started().id())
            .toList();
    return again.isEmpty() ? Map.of() : ledger.rateLimited(handle, again);
  }

  private Next next(Message message, int limited, Outcome outcome) {
    return HandedOff.next(
        message,
        outcome.attempt(),
        limited,
        outcome.channel(),
        outcome.handOff(),
        retry,
        outcome.at());
  }

  private static List<Attempt> attempts(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(
            it ->
                HandedOff.attempt(it.started(), it.attempt(), it.channel(), it.handOff(), it.at()))
        .toList();
  }

  private static List<Lessons.Lesson> lessons(List<Outcome> outcomes) {
    List<Lessons.Lesson> found = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome.handOff() instanceof HandOff.Refused refused) {
        found.add(
            new Lessons.Lesson(
                outcome.channel(),
                outcome.address(),
                refused.address(),
                refused.code(),
                "message " + outcome.started().id(),
                outcome.at()));
      }
    }
    return found;
  }

  private List<Change> nextChannels(Handle handle, List<Next.TryNextChannel> refused) {
    Instant now = clock.instant();
    Map<MessageId, Decided> decided =
        decisions.decide(handle, refused.stream().map(Next.TryNextChannel::message).toList(), now);
    List<Change> changes = new ArrayList<>();
    for (Next.TryNextChannel next : refused) {
      Message message = next.message();
      Decided one = decided.get(message.id());
      if (one == null) {
        continue;
      }
      changes.add(
          switch (one.decision().verdict()) {
            case Verdict.Send _, Verdict.Defer _ -> Gated.by(one, message, now);
            case Verdict.Skip _ ->
                HandedOff.noChannelLeft(message, next.refused(), now)
                    .decidedBy(one.decision().trace());
          });
    }
    return changes;
  }

  private record Folded(List<Change> changes, List<Next.TryNextChannel> refused) {}
}
