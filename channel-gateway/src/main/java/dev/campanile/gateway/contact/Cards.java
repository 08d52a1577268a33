package dev.campanile.gateway.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cards as the gate sees them, with what providers taught us since they were written. */
@ApplicationScoped
public class Cards {

  private static final String OF_PROFILES =
      "select profile_id, card::text as card from contact_card where profile_id = any(:profiles)";

  private final SuppressionRepository suppressions;

  Cards(SuppressionRepository suppressions) {
    this.suppressions = suppressions;
  }

  /** Profiles never heard of are absent. */
  public Map<ProfileId, CardState> of(Handle handle, Collection<ProfileId> profiles) {
    Map<ProfileId, CardState> states = new HashMap<>();
    handle
        .createQuery(OF_PROFILES)
        .bind("profiles", new UuidArray(profiles.stream().map(ProfileId::value).toList()))
        .map(
            (row, _) ->
                Map.entry(
                    new ProfileId(row.getObject("profile_id", UUID.class)),
                    state(row.getString("card"))))
        .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    SuppressionRepository.Standing standing = suppressions.at(handle, addresses(states.values()));
    if (!standing.isEmpty()) {
      states.replaceAll((_, state) -> suppressed(state, standing));
    }
    return states;
  }

  private static List<String> addresses(Collection<CardState> states) {
    return states.stream()
        .<ContactAddress>mapMulti(
            (state, into) -> {
              if (state instanceof CardState.Known(var card)) {
                card.addresses().forEach(into);
              }
            })
        .map(ContactAddress::address)
        .distinct()
        .toList();
  }

  private static CardState state(@Nullable String json) {
    if (json == null) {
      return new CardState.Erased();
    }
    try {
      return new CardState.Known(WireFormat.read(json.getBytes(UTF_8), ContactCard.class));
    } catch (MalformedRecordException e) {
      throw new IllegalStateException("a stored card cannot be read", e);
    }
  }

  private static CardState suppressed(CardState state, SuppressionRepository.Standing standing) {
    return switch (state) {
      case CardState.Known(var card) -> new CardState.Known(suppressed(card, standing));
      case CardState.OfAddress named -> named;
      case CardState.Missing missing -> missing;
      case CardState.Erased erased -> erased;
    };
  }

  private static ContactCard suppressed(ContactCard card, SuppressionRepository.Standing standing) {
    return new ContactCard(
        card.profileId(),
        card.version(),
        card.locale(),
        card.country(),
        card.zones(),
        card.preferredChannel(),
        card.tracking(),
        card.addresses().stream().map(standing::onto).toList(),
        card.openCases(),
        card.foldedRevocations());
  }
}
