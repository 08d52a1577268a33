package dev.campanile.gateway.gate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom this installation may write to, so that a trial with real providers reaches nobody else.
 *
 * @param entries mail addresses, {@code @domains} and E.164 numbers, in normal form
 */
public record AllowList(boolean everybody, Set<String> entries) {

  private static final Pattern ENTRY =
      Pattern.compile("[^\\s@,]+@[^\\s@,]+|@[^\\s@,]+|\\+[1-9]\\d{6,14}");

  public AllowList {
    entries = Set.copyOf(entries);
  }

  public static AllowList ofEverybody() {
    return new AllowList(true, Set.of());
  }

  /** Refuses what is no entry: a typing error must not lock out, nor let in, unseen. */
  public static AllowList of(Collection<String> written) {
    Set<String> entries =
        written.stream()
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .collect(toUnmodifiableSet());
    for (String entry : entries) {
      if (!ENTRY.matcher(entry).matches()) {
        throw new IllegalArgumentException(
            "CAMPANILE_ALLOW_LIST has the entry \""
                + entry
                + "\": write mail addresses (ana@example.com), domains (@example.com) and phone"
                + " numbers (+393331234567), with commas between.");
      }
    }
    return entries.isEmpty() ? ofEverybody() : new AllowList(false, entries);
  }

  /**
   * @param address in normal form
   */
  public boolean allows(String address) {
    int at = address.lastIndexOf('@');
    return everybody
        || entries.contains(address)
        || (at > 0 && entries.contains(address.substring(at)));
  }
}
