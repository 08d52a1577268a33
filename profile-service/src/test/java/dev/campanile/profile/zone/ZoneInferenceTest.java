package dev.campanile.profile.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneInferenceTest {

  private static final ZoneId WORKSPACE = ZoneId.of("Europe/Vienna");

  @Test
  void aStatedZoneWinsOverEverythingElse() {
    Zones zones = ZoneInference.infer(ZoneId.of("Asia/Tokyo"), "+393331234567", "IT", WORKSPACE);

    assertThat(zones).isEqualTo(zones(ZoneSource.EXPLICIT, "Asia/Tokyo"));
  }

  @ParameterizedTest
  @CsvSource({
    "+393331234567, IT, Europe/Rome",
    "+393331234567, , Europe/Rome",
    "+12025550123, US, America/New_York",
    "+447700900123, GB, Europe/London",
    "+353861234567, IE, Europe/Dublin",
    "+212612345678, MA, Africa/Casablanca",
    "+34600000001, ES, Atlantic/Canary Europe/Madrid",
  })
  void aNumberTellsWhereItsHolderIs(String phone, String country, String expected) {
    assertThat(ZoneInference.infer(null, phone, country, WORKSPACE))
        .isEqualTo(zones(ZoneSource.PHONE, expected.split(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "DE, Europe/Berlin",
    "PT, Atlantic/Azores Europe/Lisbon",
    "GB, Europe/London",
    "JP, Asia/Tokyo",
    "ID, Asia/Jakarta Asia/Jayapura Asia/Makassar",
  })
  void aCountryOfSeveralZonesMeansAllOfThem(String country, String expected) {
    assertThat(ZoneInference.infer(null, null, country, WORKSPACE))
        .isEqualTo(zones(ZoneSource.COUNTRY, expected.split(" ")));
  }

  @Test
  void aForeignNumberMeansBothCountries() {
    assertThat(ZoneInference.infer(null, "+393331234567", "US", WORKSPACE).ids())
        .contains(ZoneId.of("Europe/Rome"), ZoneId.of("Pacific/Honolulu"));
  }

  @Test
  void theWorkspaceAnswersWhenNothingIsKnown() {
    assertThat(ZoneInference.infer(null, null, null, WORKSPACE))
        .isEqualTo(zones(ZoneSource.WORKSPACE, "Europe/Vienna"));
  }

  @Test
  void everyCountryHasSomeAnswer() {
    for (String country : Locale.getISOCountries()) {
      assertThat(ZoneInference.infer(null, null, country, WORKSPACE).ids())
          .as(country)
          .isNotEmpty();
    }
  }

  private static Zones zones(ZoneSource source, String... ids) {
    List<ZoneId> zones = Arrays.stream(ids).map(ZoneId::of).toList();
    return new Zones(zones, source);
  }
}
