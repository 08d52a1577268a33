package dev.campanile.gateway.quiethours;

import static dev.campanile.contracts.Category.MARKETING;
import static dev.campanile.contracts.Category.SURVEY;
import static dev.campanile.contracts.Channel.CHAT;
import static dev.campanile.contracts.Channel.PUSH;
import static dev.campanile.contracts.Channel.SMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The hours that ship with the gateway. */
class QuietHoursTest {

  /** Its jitter is nothing: the instant of the opening itself. */
  private static final MessageId FIRST = new MessageId(new UUID(0, 0));

  private final QuietHours quietHours = new QuietHours();

  @ParameterizedTest(name = "at {0} in {1} a message goes: {2}")
  @CsvSource({
    "2026-03-03T08:59:59.999, Europe/Rome, false",
    "2026-03-03T09:00,        Europe/Rome, true",
    "2026-03-03T19:59:59.999, Europe/Rome, true",
    "2026-03-03T20:00,        Europe/Rome, false",
    "2026-03-03T12:00,        Asia/Tokyo,  true",
    "2026-03-08T12:00,        Europe/Rome, true",
  })
  void letsMarketingGoFromNineUntilEightInTheEvening(String local, String zone, boolean goes) {
    var release = release(reach("IT", zone), at(local, zone));

    assertThat(release instanceof Release.Now).isEqualTo(goes);
  }

  @ParameterizedTest
  @EnumSource
  void keepsQuietOnWhatRingsAndNotInTheMail(Channel channel) {
    var night = at("2026-03-03T23:00", "Europe/Rome");
    var rings = Stream.of(SMS, CHAT, PUSH).toList().contains(channel);

    for (Category category : List.of(MARKETING, SURVEY)) {
      var reach = new Reach(channel, category, "IT", List.of(ZoneId.of("Europe/Rome")));
      assertThat(release(reach, night) instanceof Release.Later).isEqualTo(rings);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRANSACTIONAL", "SERVICE"})
  void letsWhatTheCustomerWaitsForGoAtNight(Category category) {
    var reach = new Reach(SMS, category, "IT", List.of(ZoneId.of("Europe/Rome")));

    assertThat(release(reach, at("2026-03-03T03:00", "Europe/Rome"))).isEqualTo(new Release.Now());
  }

  @Test
  void saysWhyAndWhenInTheCustomersTime() {
    assertThat(release(reach("JP", "Asia/Tokyo"), at("2026-03-03T21:14", "Asia/Tokyo")))
        .isEqualTo(
            new Release.Later(
                at("2026-03-04T09:00", "Asia/Tokyo"),
                "09:00–20:00 in Asia/Tokyo; it is Tuesday 21:14 there"));
  }

  @Test
  void waitsForEveryZoneTheCustomerMayBeIn() {
    var reach = reach("BR", "America/Sao_Paulo", "America/Rio_Branco");

    // São Paulo is two hours ahead of Rio Branco: both allow from 11:00 to 20:00 there.
    assertThat(release(reach, at("2026-03-03T09:30", "America/Sao_Paulo")))
        .isInstanceOfSatisfying(
            Release.Later.class,
            later -> {
              assertThat(later.at()).isEqualTo(at("2026-03-03T11:00", "America/Sao_Paulo"));
              assertThat(later.why()).contains("America/Rio_Branco; it is Tuesday 07:30");
            });
    assertThat(release(reach, at("2026-03-03T19:30", "America/Rio_Branco")))
        .isInstanceOf(Release.Later.class);
  }

  @Test
  void neverSendsWhereNoHourSuitsAllZones() {
    var reach = reach("XX", "Etc/GMT+6", "Etc/GMT-6");

    assertThat(release(reach, Instant.parse("2026-03-03T12:00:00Z")))
        .isInstanceOfSatisfying(Release.Never.class, never -> assertThat(never.opening()).isNull());
  }

  @ParameterizedTest(name = "France on {0}: goes {1}, {2}")
  @CsvSource({
    "2026-03-06T19:00, true,  a Friday evening",
    "2026-03-07T09:30, false, early on a Saturday",
    "2026-03-07T18:59, true,  a Saturday",
    "2026-03-08T12:00, false, a Sunday",
    "2026-04-06T12:00, false, Easter Monday",
    "2026-05-14T12:00, false, Ascension",
    "2026-05-25T12:00, false, Whit Monday",
    "2026-07-14T12:00, false, the national holiday",
    "2026-07-15T12:00, true,  the day after",
  })
  void keepsTheStricterHoursOfACountry(String local, boolean goes, String day) {
    var release = release(reach("FR", "Europe/Paris"), at(local, "Europe/Paris"));

    assertThat(release instanceof Release.Now).as(day).isEqualTo(goes);
  }

  @Test
  void givesUpWhenTheOpeningIsMoreThanADayAway() {
    assertThat(release(reach("FR", "Europe/Paris"), at("2026-03-07T19:00", "Europe/Paris")))
        .isInstanceOfSatisfying(
            Release.Never.class,
            never -> {
              assertThat(never.opening()).isEqualTo(at("2026-03-09T09:00", "Europe/Paris"));
              assertThat(never.why()).contains("10:00–19:00").contains("too far away");
            });
    assertThat(release(reach("FR", "Europe/Paris"), at("2026-03-08T09:00", "Europe/Paris")))
        .isInstanceOfSatisfying(
            Release.Later.class,
            later -> assertThat(later.why()).startsWith("no hour of a Sunday in Europe/Paris"));
  }

  @Test
  void givesUpWhenTheMessageExpiresBeforeTheOpening() {
    var opening = at("2026-03-04T09:00", "Europe/Rome");
    var night = at("2026-03-03T21:00", "Europe/Rome");

    assertThat(quietHours.release(reach("IT", "Europe/Rome"), FIRST, night, opening))
        .isInstanceOf(Release.Never.class);
    assertThat(quietHours.release(reach("IT", "Europe/Rome"), FIRST, night, opening.plusMillis(1)))
        .isInstanceOf(Release.Later.class);
  }

  @Test
  void spreadsTheHeldMessagesEvenlyOverAQuarterOfAnHour() {
    var night = at("2026-03-03T21:00", "Europe/Rome");
    var opening = at("2026-03-04T09:00", "Europe/Rome");

    long[] perMinute = new long[15];
    IntStream.range(0, 15_000)
        .mapToObj(
            i -> new MessageId(UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8)})))
        .map(id -> quietHours.release(reach("IT", "Europe/Rome"), id, night, Instant.MAX))
        .forEach(it -> perMinute[minutesAfter(opening, it)]++);

    assertThat(LongStream.of(perMinute)).allMatch(count -> count > 850 && count < 1150);
  }

  private static int minutesAfter(Instant opening, Release release) {
    return release instanceof Release.Later(var at, _)
        ? (int) Duration.between(opening, at).toMinutes()
        : -1;
  }

  private Release release(Reach reach, Instant now) {
    return quietHours.release(reach, FIRST, now, now.plus(Duration.ofDays(9)));
  }

  private static Reach reach(String country, String... zones) {
    return new Reach(SMS, MARKETING, country, Stream.of(zones).map(ZoneId::of).toList());
  }

  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }
}
