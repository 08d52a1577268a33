package dev.campanile.gateway.decision;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.MessageRequests.NamedAddress;
import dev.campanile.contracts.ProfileId;
import dev.campanile.gateway.control.Said;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.gate.ContentAbility;
import dev.campanile.gateway.gate.GateContext;
import dev.campanile.gateway.gate.Revocation;
import dev.campanile.gateway.gate.RunState;
import dev.campanile.gateway.ledger.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of messages is decided on, but for the claims.
 *
 * @param contents those that have arrived
 * @param windows when customers last wrote, by the brand's chat number and theirs
 */
record Surroundings(
    Instant now,
    Said said,
    Map<ProfileId, CardState> cards,
    Map<Bucket, Instant> heartbeats,
    Map<ProfileId, List<Revocation>> revocations,
    Map<ContentRef, ContentVersion> contents,
    Map<String, Map<String, Instant>> windows) {

  @Nullable ContentVersion content(Message message) {
    return contents.get(message.intent().content());
  }

  CardState state(Message message) {
    return cards.getOrDefault(message.intent().reader(), new CardState.Missing());
  }

  /** Who is known by no card has agreed to nothing. */
  boolean tracked(Message message) {
    return state(message) instanceof CardState.Known(var card) && card.tracking();
  }

  /** The language to write in: the customer's, or what the content speaks when they are unknown. */
  String wantedLocale(Message message, ContentVersion content) {
    return switch (state(message)) {
      case CardState.Known(var card) -> card.locale();
      case CardState.OfAddress _ -> named(message.intent().to(), content);
      case CardState.Missing _, CardState.Erased _ -> content.defaultLocale();
    };
  }

  private static String named(@Nullable NamedAddress to, ContentVersion content) {
    String locale = to == null ? null : to.locale();
    return locale == null ? content.defaultLocale() : locale;
  }

  GateContext context(
      Message message, ContentVersion content, ContentAbility ability, Claims claims) {
    return context(
        message,
        ability,
        windows.getOrDefault(chatNumber(content), Map.of()),
        claims.byOthers(message, cards));
  }

  /** Enough to refuse it, or to let it wait. */
  GateContext withoutContent(Message message) {
    return context(
        message,
        new ContentAbility(Set.of(), ContentAbility.ChatTemplate.NONE),
        Map.of(),
        Map.of());
  }

  boolean mayRun(Message message) {
    return run(message) == RunState.RUNNING;
  }

  private RunState run(Message message) {
    return said.of(message.intent().source(), message.intent().sendingVersion());
  }

  private GateContext context(
      Message message,
      ContentAbility ability,
      Map<String, Instant> lastInbound,
      Map<Channel, Set<String>> claimed) {
    ProfileId reader = message.intent().reader();
    return new GateContext(
        now,
        run(message),
        state(message),
        heartbeats.get(message.intent().bucket()),
        revocations.getOrDefault(reader, List.of()),
        ability,
        lastInbound,
        claimed);
  }

  static String chatNumber(ContentVersion content) {
    String number = content.brand().chatFrom();
    return number == null ? "" : number;
  }
}
