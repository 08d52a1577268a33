package dev.campanile.profile.zone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zones of a customer: the one they stated, else those of their phone number and country,
 * else the workspace's.
 */
public final class ZoneInference {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private ZoneInference() {}

  /**
   * @param explicit as stated
   * @param phone E.164
   * @param country ISO 3166-1 alpha-2
   * @param workspace when nothing else is known
   */
  public static Zones infer(
      @Nullable ZoneId explicit,
      @Nullable String phone,
      @Nullable String country,
      ZoneId workspace) {
    if (explicit != null) {
      return new Zones(List.of(explicit), ZoneSource.EXPLICIT);
    }
    List<ZoneId> ofCountry = country == null ? List.of() : CountryZones.of(country);
    List<ZoneId> ofPhone = phone == null ? List.of() : ofPhone(phone, country);
    if (ofPhone.isEmpty()) {
      return ofCountry.isEmpty()
          ? new Zones(List.of(workspace), ZoneSource.WORKSPACE)
          : new Zones(ofCountry, ZoneSource.COUNTRY);
    }
    if (ofCountry.isEmpty() || overlap(ofCountry, ofPhone)) {
      return new Zones(ofPhone, ZoneSource.PHONE);
    }
    // A foreign number: they may live by either clock.
    return new Zones(
        Stream.concat(ofCountry.stream(), ofPhone.stream()).toList(), ZoneSource.PHONE_AND_COUNTRY);
  }

  private static List<ZoneId> ofPhone(String phone, @Nullable String country) {
    Phonenumber.PhoneNumber number;
    try {
      number = NUMBERS.parse(phone, null);
    } catch (NumberParseException _) {
      return List.of();
    }
    List<ZoneId> mapped =
        CountryZones.known(
            PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number));
    String region = regionOf(number, country);
    return region == null ? mapped : narrowed(CountryZones.of(region), mapped);
  }

  /** The country whose number it is; of countries that share a calling code, the customer's. */
  private static @Nullable String regionOf(
      Phonenumber.PhoneNumber number, @Nullable String country) {
    String region = NUMBERS.getRegionCodeForNumber(number);
    if (region != null) {
      return region;
    }
    List<String> sharing = NUMBERS.getRegionCodesForCountryCode(number.getCountryCode());
    if (country != null && sharing.contains(country)) {
      return country;
    }
    return sharing.size() == 1 ? sharing.getFirst() : null;
  }

  /** Those zones of the country that the number points to; all of them when it points elsewhere. */
  private static List<ZoneId> narrowed(List<ZoneId> ofRegion, List<ZoneId> mapped) {
    List<ZoneId> both =
        ofRegion.stream()
            .filter(zone -> mapped.stream().anyMatch(other -> Zones.sameClock(zone, other)))
            .toList();
    return both.isEmpty() ? ofRegion : both;
  }

  private static boolean overlap(List<ZoneId> some, List<ZoneId> others) {
    return some.stream()
        .anyMatch(zone -> others.stream().anyMatch(other -> Zones.sameClock(zone, other)));
  }
}
