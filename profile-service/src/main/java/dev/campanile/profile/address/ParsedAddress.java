package dev.campanile.profile.address;

import static java.util.Objects.requireNonNull;

/** What became of an address as somebody typed it. */
public sealed interface ParsedAddress {

  String address();

  /**
   * @param address in its normal form, the one consent and suppression are keyed by
   */
  record Deliverable(String address) implements ParsedAddress {
    public Deliverable {
      requireNonNull(address);
    }
  }

  /**
   * Nothing can be delivered to it.
   *
   * @param address as typed, so that people can see and mend it
   * @param reason a sentence for the person who typed it
   */
  record Malformed(String address, String reason) implements ParsedAddress {

    private static final int LONGEST_KEPT = 320;

    public Malformed {
      requireNonNull(reason);
      address = address.length() > LONGEST_KEPT ? address.substring(0, LONGEST_KEPT) : address;
    }
  }
}
