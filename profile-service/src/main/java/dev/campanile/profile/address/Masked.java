package dev.campanile.profile.address;

/** A personal value as reports and logs may show it. */
public final class Masked {

  private static final int ENDS = 2;

  private Masked() {}

  /** The first and last two characters of a long value, nothing of a short one. */
  public static String of(String value) {
    return value.length() < ENDS * 4
        ? "***"
        : value.substring(0, ENDS) + "***" + value.substring(value.length() - ENDS);
  }
}
