package dev.campanile.gateway.decision;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.gate.ContentAbility;
import dev.campanile.gateway.gate.GateContext;
import dev.campanile.gateway.gate.Revocation;
import dev.campanile.gateway.gate.RunState;
import dev.campanile.gateway.ledger.Message;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of messages is decided on, but for the claims.
 *
 * @param contents those that have arrived
 * @param windows when customers last wrote, by the brand's chat number and theirs
 */
record Surroundings(
    Instant now,
    Map<Source, RunState> runs,
    Map<ProfileId, CardState> cards,
    Map<Bucket, Instant> heartbeats,
    Map<ProfileId, List<Revocation>> revocations,
    Map<ContentRef, ContentVersion> contents,
    Map<String, Map<String, Instant>> windows) {

  @Nullable ContentVersion content(Message message) {
    return contents.get(message.intent().content());
  }

  @Nullable ContactCard card(Message message) {
    return cards.get(message.intent().profileId()) instanceof CardState.Known(var card)
        ? card
        : null;
  }

  /** The language to write in: the customer's, or what the content speaks when they are unknown. */
  String wantedLocale(Message message, ContentVersion content) {
    ContactCard card = card(message);
    return card == null ? content.defaultLocale() : card.locale();
  }

  GateContext context(
      Message message, ContentVersion content, ContentAbility ability, Claims claims) {
    ProfileId profile = message.intent().profileId();
    return new GateContext(
        now,
        runs.getOrDefault(message.intent().source(), RunState.RUNNING),
        cards.getOrDefault(profile, new CardState.Missing()),
        heartbeats.get(message.intent().bucket()),
        revocations.getOrDefault(profile, List.of()),
        ability,
        windows.getOrDefault(chatNumber(content), Map.of()),
        claims.byOthers(message, cards));
  }

  static String chatNumber(ContentVersion content) {
    String number = content.brand().chatFrom();
    return number == null ? "" : number;
  }
}
