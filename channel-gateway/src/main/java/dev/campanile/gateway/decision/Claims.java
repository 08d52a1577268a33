package dev.campanile.gateway.decision;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.gateway.ledger.Message;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which message has which address of its run, as far as is known while a batch is decided: what its
 * messages have taken, and what they found taken.
 */
final class Claims {

  private final Map<Claim, MessageId> owners = new HashMap<>();

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
    CardState state = cards.get(message.intent().reader());
    ContactCard card = state == null || !shares(message) ? null : state.readable();
    return card == null ? List.of() : card.addresses();
  }

  /** A single message is alone with its source: there is nobody to share an address with. */
  static boolean shares(Message message) {
    return switch (message.intent().source()) {
      case Source.Campaign _ -> true;
      case Source.Transactional _, Source.Test _ -> false;
    };
  }
}
