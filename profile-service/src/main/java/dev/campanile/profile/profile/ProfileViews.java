package dev.campanile.profile.profile;

import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.card.CardFacts;
import dev.campanile.profile.cases.CaseRepository;
import dev.campanile.profile.cases.ServiceCase;
import dev.campanile.profile.consent.ConsentRepository;
import dev.campanile.profile.consent.CurrentConsent;
import dev.campanile.profile.profile.ProfileView.AddressView;
import dev.campanile.profile.profile.ProfileView.CaseItem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Puts together all that is shown of customers. */
@ApplicationScoped
class ProfileViews {

  private final CardFacts facts;
  private final ConsentRepository consents;
  private final CaseRepository cases;

  ProfileViews(CardFacts facts, ConsentRepository consents, CaseRepository cases) {
    this.facts = facts;
    this.consents = consents;
    this.cases = cases;
  }

  List<ProfileView> of(Handle handle, List<Profile> profiles) {
    List<UUID> ids = profiles.stream().map(Profile::id).toList();
    Map<UUID, List<ContactAddress>> addresses = facts.addresses(handle, ids);
    Map<AddressKey, List<CurrentConsent>> current = consents.current(handle, ids);
    Map<UUID, List<ServiceCase>> open =
        cases.openOf(handle, ids).stream().collect(Collectors.groupingBy(ServiceCase::profileId));
    return profiles.stream()
        .map(
            profile ->
                view(
                    profile,
                    addresses.getOrDefault(profile.id(), List.of()).stream()
                        .map(address -> view(address, current))
                        .toList(),
                    open.getOrDefault(profile.id(), List.of()).stream()
                        .map(c -> new CaseItem(c.key(), c.severity(), c.openedAt()))
                        .toList()))
        .toList();
  }

  private static ProfileView view(
      Profile profile, List<AddressView> addresses, List<CaseItem> openCases) {
    return new ProfileView(
        profile.id(),
        profile.version(),
        profile.externalId(),
        profile.firstName(),
        profile.lastName(),
        profile.locale(),
        profile.country(),
        profile.zones().size() == 1 ? profile.zones().getFirst() : null,
        profile.zones(),
        profile.zoneSource(),
        profile.preferredChannel(),
        profile.tracking(),
        profile.traits(),
        addresses,
        openCases);
  }

  private static AddressView view(
      ContactAddress address, Map<AddressKey, List<CurrentConsent>> current) {
    return new AddressView(
        address.channel(),
        address.address(),
        address.valid(),
        current.getOrDefault(new AddressKey(address.channel(), address.address()), List.of()),
        address.suppression());
  }
}
