package dev.campanile.gateway.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.WireFormat;
import dev.campanile.gateway.contact.SuppressionRepository.Learned;
import dev.campanile.gateway.contact.SuppressionRepository.Standing;
import dev.campanile.gateway.gate.CardState;
import dev.campanile.runtime.database.UuidArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Cards as the gate sees them. */
@ApplicationScoped
public class Cards {

  private static final String OF_PROFILES =
      "select profile_id, card::text as card from contact_card where profile_id = any(:profiles)";

  /** Profiles never heard of are absent. */
  public Map<ProfileId, CardState> of(Handle handle, Collection<ProfileId> profiles) {
    Map<ProfileId, CardState> states = new HashMap<>();
    if (!profiles.isEmpty()) {
      handle
          .createQuery(OF_PROFILES)
          .bind("profiles", new UuidArray(profiles.stream().map(ProfileId::value).toList()))
          .map(
              (row, _) ->
                  Map.entry(
                      new ProfileId(row.getObject("profile_id", UUID.class)),
                      state(row.getString("card"))))
          .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
    }
    return states;
  }

  /** The cards with what providers taught us of their addresses. */
  public void suppress(Map<ProfileId, CardState> states, Collection<Learned> learned) {
    Standing standing = new Standing(learned);
    if (!standing.isEmpty()) {
      states.replaceAll((_, state) -> suppressed(state, standing));
    }
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

  private static CardState suppressed(CardState state, Standing standing) {
    return switch (state) {
      case CardState.Known(var card) -> new CardState.Known(suppressed(card, standing));
      case CardState.OfAddress named -> named;
      case CardState.Missing missing -> missing;
      case CardState.Erased erased -> erased;
    };
  }

  private static ContactCard suppressed(ContactCard card, Standing standing) {
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
