package dev.campanile.gateway.quiethours;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds in every zone and at every hour, in weeks with changes of the clock above all. */
class QuietHoursPropertiesTest {

  private static final LocalTime NINE = LocalTime.of(9, 0);
  private static final LocalTime TWENTY = LocalTime.of(20, 0);

  private final QuietHours quietHours = new QuietHours();

  @Property
  void releasesOnlyIntoAnAllowedHourOfEveryZone(
      @ForAll("zones") List<ZoneId> zones,
      @ForAll("instants") Instant now,
      @ForAll("messages") MessageId id) {
    switch (release(null, zones, id, now)) {
      case Release.Now _ -> assertAllowed(now, zones);
      case Release.Later(var at, _) -> {
        assertThat(at).isAfter(now).isBefore(now.plus(Duration.ofHours(24).plusMinutes(15)));
        assertAllowed(at, zones);
      }
      case Release.Never _ -> assertThat(zones).hasSizeGreaterThan(1);
    }
  }

  @Property
  void releasesAtOnceWhenAskedAgainAtRelease(
      @ForAll("zones") List<ZoneId> zones,
      @ForAll("countries") String country,
      @ForAll("instants") Instant now,
      @ForAll("messages") MessageId id) {
    if (release(country, zones, id, now) instanceof Release.Later(var at, _)) {
      assertThat(release(country, zones, id, at)).isEqualTo(new Release.Now());
    }
  }

  @Property
  void isNeverLaxerInACountryThanEverywhere(
      @ForAll("zones") List<ZoneId> zones,
      @ForAll("countries") String country,
      @ForAll("instants") Instant now,
      @ForAll("messages") MessageId id) {
    if (release(country, zones, id, now) instanceof Release.Now) {
      assertThat(release(null, zones, id, now)).isEqualTo(new Release.Now());
    }
  }

  @Property
  void isNeverReleasedAfterItExpires(
      @ForAll("zones") List<ZoneId> zones,
      @ForAll("instants") Instant now,
      @ForAll("messages") MessageId id,
      @ForAll("hours") int hours) {
    Instant expiresAt = now.plus(Duration.ofHours(hours));

    if (quietHours.release(reach(null, zones), id, now, expiresAt)
        instanceof Release.Later(var at, _)) {
      assertThat(at).isBefore(expiresAt);
    }
  }

  @Property
  void doesNotDependOnTheOrderOfTheZones(
      @ForAll("zones") List<ZoneId> zones,
      @ForAll("instants") Instant now,
      @ForAll("messages") MessageId id) {
    assertThat(whenOf(release(null, zones.reversed(), id, now)))
        .isEqualTo(whenOf(release(null, zones, id, now)));
  }

  @Property
  void opensAtTheFirstAllowedMinute(
      @ForAll("zones") List<ZoneId> zones, @ForAll("instants") Instant now) {
    // The id of zeros has no jitter: it goes at the opening itself.
    if (release(null, zones, new MessageId(new UUID(0, 0)), now)
        instanceof Release.Later(var opening, _)) {
      for (Instant at = now; at.isBefore(opening); at = at.plus(Duration.ofMinutes(15))) {
        Instant earlier = at;
        assertThat(zones).anyMatch(zone -> !allowed(earlier, zone));
      }
    }
  }

  private Release release(@Nullable String country, List<ZoneId> zones, MessageId id, Instant now) {
    return quietHours.release(reach(country, zones), id, now, now.plus(Duration.ofDays(30)));
  }

  private static Reach reach(@Nullable String country, List<ZoneId> zones) {
    return new Reach(Channel.SMS, Category.MARKETING, country, zones);
  }

  private static List<Instant> whenOf(Release release) {
    return switch (release) {
      case Release.Now _ -> List.of();
      case Release.Later(var at, _) -> List.of(at);
      case Release.Never(var opening, _) ->
          opening == null ? Collections.emptyList() : List.of(opening);
    };
  }

  private static void assertAllowed(Instant at, List<ZoneId> zones) {
    assertThat(zones).allMatch(zone -> allowed(at, zone));
  }

  /** No change of the clock in these zones touches 09:00 or 20:00, so the local time tells. */
  private static boolean allowed(Instant at, ZoneId zone) {
    LocalTime local = at.atZone(zone).toLocalTime();
    return !local.isBefore(NINE) && local.isBefore(TWENTY);
  }

  @Provide
  Arbitrary<List<ZoneId>> zones() {
    return Arbitraries.of(
            "Europe/Rome",
            "Europe/London",
            "America/New_York",
            "America/Los_Angeles",
            "America/Havana",
            "America/St_Johns",
            "Australia/Lord_Howe",
            "Asia/Kathmandu",
            "Asia/Tokyo",
            "Asia/Gaza",
            "Pacific/Chatham",
            "Pacific/Kiritimati",
            "UTC")
        .map(ZoneId::of)
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of("FR", "US", "CA", "IN", "AE", "IT", "XX");
  }

  @Provide
  Arbitrary<Instant> instants() {
    Arbitrary<Instant> aroundChangesOfTheClock =
        Combinators.combine(
                Arbitraries.of(
                    "2026-03-08T07:00:00Z",
                    "2026-03-29T01:00:00Z",
                    "2026-04-04T15:00:00Z",
                    "2026-10-25T01:00:00Z",
                    "2026-11-01T06:00:00Z"),
                Arbitraries.longs().between(-72 * 3600L, 72 * 3600L))
            .as((change, seconds) -> Instant.parse(change).plusSeconds(seconds));
    Arbitrary<Instant> anyTime =
        Arbitraries.longs().between(1_700_000_000L, 1_900_000_000L).map(Instant::ofEpochSecond);
    return Arbitraries.oneOf(aroundChangesOfTheClock, anyTime);
  }

  @Provide
  Arbitrary<MessageId> messages() {
    return Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
        .as((high, low) -> new MessageId(new UUID(high, low)));
  }

  @Provide
  Arbitrary<Integer> hours() {
    return Arbitraries.integers().between(0, 40);
  }
}
