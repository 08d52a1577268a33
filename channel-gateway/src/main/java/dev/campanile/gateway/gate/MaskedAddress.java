package dev.campanile.gateway.gate;

/** An address one can recognise but not use: {@code a…@example.com}, {@code +39…67}. */
public final class MaskedAddress {

  private static final int PREFIX = 3;
  private static final int SUFFIX = 2;

  private MaskedAddress() {}

  public static String of(String address) {
    int at = address.lastIndexOf('@');
    if (at > 0) {
      return address.substring(0, 1) + '…' + address.substring(at);
    }
    // Whatever is too short to hide something is hidden whole.
    return address.length() < 2 * (PREFIX + SUFFIX)
        ? "…"
        : address.substring(0, PREFIX) + '…' + address.substring(address.length() - SUFFIX);
  }
}
