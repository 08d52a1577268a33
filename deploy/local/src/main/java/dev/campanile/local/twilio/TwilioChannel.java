package dev.campanile.local.twilio;

/** What a message travels by; WhatsApp addresses carry a prefix, as in the real API. */
public enum TwilioChannel {
  SMS(""),
  CHAT("whatsapp:");

  private static final String CHAT_PREFIX = "whatsapp:";

  private final String prefix;

  TwilioChannel(String prefix) {
    this.prefix = prefix;
  }

  static TwilioChannel of(String address) {
    return address.startsWith(CHAT_PREFIX) ? CHAT : SMS;
  }

  /** The address of a number, as the API writes it. */
  String address(String number) {
    return prefix + number(number);
  }

  /** The bare number of an address. */
  public static String number(String address) {
    return address.startsWith(CHAT_PREFIX) ? address.substring(CHAT_PREFIX.length()) : address;
  }
}
