package dev.campanile.gateway.decision;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.ledger.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which message has which address of its run, as far as a batch of messages is concerned. */
final class Claims {

  private final Map<Claim, MessageId> owners;

  Claims(Map<Claim, MessageId> owners) {
    this.owners = new HashMap<>(owners);
  }

  /** All that the messages might claim. */
  static Set<Claim> within(List<Message> messages, Map<ProfileId, CardState> cards) {
    Set<Claim> claims = new HashSet<>();
    for (Message message : messages) {
      for (ContactAddress address : addresses(message, cards)) {
        claims.add(Claim.of(message.intent().source(), address.channel(), address.address()));
      }
    }
    return claims;
  }

  /** The addresses of a message's customer that others of its run have. */
  Map<Channel, Set<String>> byOthers(Message message, Map<ProfileId, CardState> cards) {
    Map<Channel, Set<String>> taken = new EnumMap<>(Channel.class);
    for (ContactAddress address : addresses(message, cards)) {
      MessageId owner =
          owner(Claim.of(message.intent().source(), address.channel(), address.address()));
      if (owner != null && !owner.equals(message.id())) {
        taken.computeIfAbsent(address.channel(), _ -> new HashSet<>()).add(address.address());
      }
    }
    return taken;
  }

  @Nullable MessageId owner(Claim claim) {
    return owners.get(claim);
  }

  void give(Claim claim, MessageId owner) {
    owners.put(claim, owner);
  }

  private static List<ContactAddress> addresses(Message message, Map<ProfileId, CardState> cards) {
    return cards.get(message.intent().profileId()) instanceof CardState.Known(var card)
        ? card.addresses()
        : List.of();
  }
}
