package dev.campanile.profile.card;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import dev.campanile.contracts.ContactCard.OpenCase;
import dev.campanile.contracts.ProfileId;
import dev.campanile.profile.cases.CaseRepository;
import dev.campanile.profile.cases.ServiceCase;
import dev.campanile.profile.profile.TrackingConsent;
import dev.campanile.profile.workspace.TrackingDefault;
import dev.campanile.profile.workspace.WorkspaceConfig;
import dev.campanile.runtime.database.UuidArray;
import dev.campanile.runtime.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tells the gateway of every change of what a customer's card shows. */
@ApplicationScoped
public class ContactCards {

  /** Locked, so that of two transactions that change a profile the second sees both changes. */
  private static final String LOCK_PROFILES =
      """
      select id, version, card_digest, locale, country, zones, preferred_channel, tracking
        from profile
       where id = any(:profiles)
       order by id
         for update
      """;

  private static final String KEEP_VERSIONS =
      """
      update profile p
         set version = n.version, card_digest = n.digest
        from unnest(:ids, :versions, :digests) as n(id, version, digest)
       where p.id = n.id
      """;

  private final CardFacts facts;
  private final CaseRepository cases;
  private final Outbox outbox;
  private final WorkspaceConfig workspace;
  private final TrackingDefault trackingDefault;

  ContactCards(
      CardFacts facts,
      CaseRepository cases,
      Outbox outbox,
      WorkspaceConfig workspace,
      TrackingDefault trackingDefault) {
    this.facts = facts;
    this.cases = cases;
    this.outbox = outbox;
    this.workspace = workspace;
    this.trackingDefault = trackingDefault;
  }

  /**
   * Builds the cards of these profiles, and sends those that differ from the last one sent, with
   * the next version. Last in a transaction: it ends with the outbox.
   */
  public void tell(Handle handle, Collection<UUID> profiles) {
    if (profiles.isEmpty()) {
      return;
    }
    List<Locked> locked =
        handle
            .createQuery(LOCK_PROFILES)
            .bind("profiles", new UuidArray(profiles))
            .map((row, _) -> locked(row))
            .list();
    Map<UUID, List<ContactAddress>> addresses = facts.addresses(handle, profiles);
    Map<UUID, List<UUID>> revocations = facts.foldedRevocations(handle, profiles);
    Map<UUID, List<ServiceCase>> openCases =
        cases.openOf(handle, profiles).stream()
            .collect(Collectors.groupingBy(ServiceCase::profileId));
    List<ChangedCard> changed = new ArrayList<>();
    for (Locked profile : locked) {
      ContactCard card =
          card(
              profile,
              addresses.getOrDefault(profile.id, List.of()),
              openCases.getOrDefault(profile.id, List.of()),
              revocations.getOrDefault(profile.id, List.of()));
      ChangedCard candidate = ChangedCard.of(card);
      if (!candidate.shows(profile.digest)) {
        changed.add(candidate);
      }
    }
    keepVersions(handle, changed);
    outbox.add(handle, CardRecords.of(changed.stream().map(ChangedCard::card).toList()));
  }

  private ContactCard card(
      Locked profile,
      List<ContactAddress> addresses,
      List<ServiceCase> openCases,
      List<UUID> revocations) {
    return new ContactCard(
        new ProfileId(profile.id),
        profile.version + 1,
        profile.locale == null ? workspace.locale() : profile.locale,
        profile.country,
        profile.zones,
        profile.preferredChannel,
        isTracked(profile.tracking),
        addresses,
        openCases.stream()
            .map(open -> new OpenCase(open.key(), open.severity().name(), open.openedAt()))
            .toList(),
        revocations);
  }

  private boolean isTracked(@Nullable TrackingConsent said) {
    return said == null ? trackingDefault.tracked() : said == TrackingConsent.GRANTED;
  }

  private static void keepVersions(Handle handle, List<ChangedCard> changed) {
    if (changed.isEmpty()) {
      return;
    }
    handle
        .createUpdate(KEEP_VERSIONS)
        .bind(
            "ids", new UuidArray(changed.stream().map(c -> c.card().profileId().value()).toList()))
        .bindArray("versions", Long.class, changed.stream().map(c -> c.card().version()).toList())
        .bindArray("digests", byte[].class, changed.stream().map(ChangedCard::digest).toList())
        .execute();
  }

  private static Locked locked(ResultSet row) throws SQLException {
    String channel = row.getString("preferred_channel");
    String tracking = row.getString("tracking");
    return new Locked(
        row.getObject("id", UUID.class),
        row.getLong("version"),
        row.getBytes("card_digest"),
        row.getString("locale"),
        row.getString("country"),
        Stream.of((String[]) requireNonNull(row.getArray("zones")).getArray())
            .map(ZoneId::of)
            .toList(),
        channel == null ? null : Channel.valueOf(channel),
        tracking == null ? null : TrackingConsent.valueOf(tracking));
  }

  private record Locked(
      UUID id,
      long version,
      byte @Nullable [] digest,
      @Nullable String locale,
      @Nullable String country,
      List<ZoneId> zones,
      @Nullable Channel preferredChannel,
      @Nullable TrackingConsent tracking) {}
}
