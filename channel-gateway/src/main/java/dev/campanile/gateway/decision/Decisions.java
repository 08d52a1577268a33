package dev.campanile.gateway.decision;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.content.ContentAbilities;
import dev.campanile.gateway.gate.Gate;
import dev.campanile.gateway.gate.Verdict;
import dev.campanile.gateway.ledger.Decided;
import dev.campanile.gateway.ledger.Message;
import dev.campanile.rendering.LocaleChoice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes a batch of messages through the gate. A message that passes has claimed its address: when
 * another message of the same run was there before, the gate is asked again.
 */
@ApplicationScoped
public class Decisions {

  private final SurroundingsLoader loader;
  private final ClaimRepository repository;
  private final ContentAbilities abilities;
  private final Gate gate;

  Decisions(
      SurroundingsLoader loader,
      ClaimRepository repository,
      ContentAbilities abilities,
      Gate gate) {
    this.loader = loader;
    this.repository = repository;
    this.abilities = abilities;
    this.gate = gate;
  }

  /** One decision for each message, in the caller's transaction. */
  public Map<MessageId, Decided> decide(Handle handle, List<Message> messages, Instant now) {
    Map<MessageId, Decided> decided = new LinkedHashMap<>();
    if (messages.isEmpty()) {
      return decided;
    }
    Surroundings surroundings = loader.load(handle, messages, now);
    Claims claims = new Claims();
    List<Message> open = messages;
    while (!open.isEmpty()) {
      Map<Claim, MessageId> wanted = new HashMap<>();
      for (Message message : open) {
        Decided one = decide(message, surroundings, claims);
        decided.put(message.id(), one);
        Claim claim = claim(message, one);
        if (claim != null && claims.owner(claim) == null) {
          claims.give(claim, message.id());
          wanted.put(claim, message.id());
        }
      }
      open = losers(handle, open, wanted, claims);
    }
    return decided;
  }

  /** Those whose address another message has; the claims know that one now. */
  private List<Message> losers(
      Handle handle, List<Message> open, Map<Claim, MessageId> wanted, Claims claims) {
    Set<MessageId> again = new HashSet<>();
    repository
        .take(handle, wanted)
        .forEach(
            (claim, owner) -> {
              claims.give(claim, owner);
              MessageId loser = wanted.get(claim);
              if (loser != null && !loser.equals(owner)) {
                again.add(loser);
              }
            });
    return open.stream().filter(message -> again.contains(message.id())).toList();
  }

  private Decided decide(Message message, Surroundings surroundings, Claims claims) {
    long version = surroundings.state(message).version();
    ContentVersion content = surroundings.content(message);
    if (content == null) {
      // A run that is held or cancelled is so without its content, too.
      return new Decided(
          surroundings.mayRun(message)
              ? MissingContent.decide(message.intent(), surroundings.now())
              : gate.decide(message.forGate(), surroundings.withoutContent(message)),
          "und",
          version,
          surroundings.tracked(message));
    }
    String locale = LocaleChoice.of(content, surroundings.wantedLocale(message, content));
    return new Decided(
        gate.decide(
            message.forGate(),
            surroundings.context(message, content, abilities.of(content, locale), claims)),
        locale,
        version,
        surroundings.tracked(message));
  }

  private static @Nullable Claim claim(Message message, Decided decided) {
    return switch (decided.decision().verdict()) {
      case Verdict.Send(var channel, var address) ->
          Claims.shares(message) ? Claim.of(message.intent().source(), channel, address) : null;
      case Verdict.Defer _, Verdict.Skip _ -> null;
    };
  }
}
