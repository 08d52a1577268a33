package dev.campanile.profile.profile;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.profile.cases.ServiceCase.Severity;
import dev.campanile.profile.consent.CurrentConsent;
import dev.campanile.profile.zone.ZoneSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer over HTTP.
 *
 * @param version of the contact card; rises with each change of what it shows
 * @param tracking whether opens and clicks may be recorded; null: the workspace's default holds
 * @param zone IANA id; null when several are possible, see {@code zones}
 */
public record ProfileView(
    UUID id,
    long version,
    String externalId,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String locale,
    @Nullable String country,
    @Nullable ZoneId zone,
    List<ZoneId> zones,
    ZoneSource zoneSource,
    @Nullable Channel preferredChannel,
    @Nullable TrackingConsent tracking,
    Map<String, Object> traits,
    List<AddressView> addresses,
    List<CaseItem> openCases) {

  /**
   * @param valid false when nothing can be delivered to it
   */
  public record AddressView(
      Channel channel,
      String address,
      boolean valid,
      List<CurrentConsent> consents,
      @Nullable SuppressionReason suppression) {}

  public record CaseItem(String key, Severity severity, Instant openedAt) {}
}
