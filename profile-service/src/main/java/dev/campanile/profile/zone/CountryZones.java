package dev.campanile.profile.zone;

import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The zones of a country. Most come from its calling code; countries that share a calling code, or
 * whose code is mapped to a neighbour's clock, are listed here.
 */
final class CountryZones {

  private static final Map<String, List<ZoneId>> LISTED =
      Map.ofEntries(
          zones(
              "US",
              "America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles"
                  + " America/Anchorage America/Adak Pacific/Honolulu"),
          zones(
              "CA",
              "America/St_Johns America/Halifax America/Toronto America/Winnipeg America/Regina"
                  + " America/Edmonton America/Whitehorse America/Vancouver"),
          zones(
              "MX",
              "America/Mexico_City America/Cancun America/Hermosillo America/Mazatlan"
                  + " America/Tijuana"),
          zones(
              "AU",
              "Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Darwin"
                  + " Australia/Eucla Australia/Perth Australia/Lord_Howe"),
          zones(
              "RU",
              "Europe/Kaliningrad Europe/Moscow Europe/Samara Asia/Yekaterinburg Asia/Omsk"
                  + " Asia/Krasnoyarsk Asia/Irkutsk Asia/Yakutsk Asia/Vladivostok Asia/Magadan"
                  + " Asia/Kamchatka"),
          zones("KZ", "Asia/Almaty"),
          zones("CL", "America/Santiago America/Punta_Arenas Pacific/Easter"),
          zones("GB", "Europe/London"),
          zones("GG", "Europe/Guernsey"),
          zones("JE", "Europe/Jersey"),
          zones("IM", "Europe/Isle_of_Man"),
          zones("IE", "Europe/Dublin"),
          zones("IT", "Europe/Rome"),
          zones("VA", "Europe/Vatican"),
          zones("SJ", "Arctic/Longyearbyen"),
          zones("FI", "Europe/Helsinki"),
          zones("AX", "Europe/Mariehamn"),
          zones("MA", "Africa/Casablanca"),
          zones("EH", "Africa/El_Aaiun"),
          zones("RE", "Indian/Reunion"),
          zones("YT", "Indian/Mayotte"),
          zones("CX", "Indian/Christmas"),
          zones("CC", "Indian/Cocos"),
          zones("AS", "Pacific/Pago_Pago"),
          zones("GU", "Pacific/Guam"),
          zones("MP", "Pacific/Saipan"),
          zones("BM", "Atlantic/Bermuda"),
          zones("BS", "America/Nassau"),
          zones("BB", "America/Barbados"),
          zones("DO", "America/Santo_Domingo"),
          zones("JM", "America/Jamaica"),
          zones("KY", "America/Cayman"),
          zones("PR", "America/Puerto_Rico"),
          zones("TC", "America/Grand_Turk"),
          zones("TT", "America/Port_of_Spain"));

  /** Asked anew, the JDK copies its six hundred. */
  private static final Set<String> KNOWN = Set.copyOf(ZoneId.getAvailableZoneIds());

  private CountryZones() {}

  /** Empty for a country without people who have phones. */
  static List<ZoneId> of(String country) {
    List<ZoneId> listed = LISTED.get(country);
    return listed != null ? listed : ofCallingCode(country);
  }

  private static List<ZoneId> ofCallingCode(String country) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    if (!numbers.getSupportedRegions().contains(country)) {
      return List.of();
    }
    int code = numbers.getCountryCodeForRegion(country);
    // No prefix begins with a zero, so this asks for the calling code as a whole.
    var number = new Phonenumber.PhoneNumber().setCountryCode(code).setNationalNumber(0);
    return known(
        PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForGeographicalNumber(number));
  }

  static List<ZoneId> known(List<String> ids) {
    return ids.stream()
        .filter(id -> !PhoneNumberToTimeZonesMapper.getUnknownTimeZone().equals(id))
        .filter(KNOWN::contains)
        .map(ZoneId::of)
        .toList();
  }

  private static Map.Entry<String, List<ZoneId>> zones(String country, String ids) {
    return Map.entry(country, Stream.of(ids.split(" ")).map(ZoneId::of).toList());
  }
}
