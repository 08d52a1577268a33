package dev.campanile.campaign.content;

/**
 * What an SMS costs (3GPP TS 23.038): 160 characters of the GSM alphabet or 70 of UCS-2 in one
 * part, 153 or 67 in each part of several.
 *
 * @param units septets, or UTF-16 units
 */
public record SmsLength(Encoding encoding, int units, int parts) {

  public enum Encoding {
    GSM_7,
    UCS_2
  }

  private static final String ALPHABET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Each takes two septets. */
  private static final String EXTENSION = "^{}\\[~]|€\f";

  public static SmsLength of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (ALPHABET.indexOf(c) >= 0) {
        septets += 1;
      } else if (EXTENSION.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return new SmsLength(Encoding.UCS_2, text.length(), parts(text.length(), 70, 67));
      }
    }
    return new SmsLength(Encoding.GSM_7, septets, parts(septets, 160, 153));
  }

  private static int parts(int units, int alone, int together) {
    return units <= alone ? 1 : (units + together - 1) / together;
  }
}
