package dev.campanile.local.twilio;

/** How many SMS a text takes (3GPP TS 23.038): GSM-7 where it can be, else UCS-2. */
final class MessageSegments {
  private static final String GSM_7 =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String GSM_7_ESCAPED = "^{}\\[~]|€";

  private MessageSegments() {}

  static int count(String text) {
    int septets = septets(text);
    return septets < 0 ? segments(text.length(), 70, 67) : segments(septets, 160, 153);
  }

  /** The length in GSM-7, or -1 when a character is not in it. */
  private static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (GSM_7.indexOf(c) >= 0) {
        septets += 1;
      } else if (GSM_7_ESCAPED.indexOf(c) >= 0) {
        septets += 2;
      } else {
        return -1;
      }
    }
    return septets;
  }

  private static int segments(int length, int single, int each) {
    return length <= single ? 1 : Math.ceilDiv(length, each);
  }
}
