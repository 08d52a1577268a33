package dev.campanile.gateway.email.smtp;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the server said it can do.
 *
 * @param size the largest mail it takes, or 0 when it did not say
 * @param logins mechanisms of AUTH, in upper case
 */
record Extensions(
    boolean pipelining,
    boolean startTls,
    boolean eightBitMime,
    boolean smtpUtf8,
    boolean announcesSize,
    long size,
    Set<String> logins) {

  static final Extensions NONE = new Extensions(false, false, false, false, false, 0, Set.of());

  /**
   * @param ehlo its first line is the server's name
   */
  static Extensions of(Reply ehlo) {
    Set<String> names = new HashSet<>();
    Set<String> logins = new HashSet<>();
    long size = 0;
    for (String line : ehlo.text().lines().skip(1).toList()) {
      // AUTH=PLAIN is how servers wrote it before there was a standard.
      String[] words =
          line.substring(Math.min(4, line.length()))
              .toUpperCase(Locale.ROOT)
              .replace("AUTH=", "AUTH ")
              .strip()
              .split("\\s+");
      names.add(words[0]);
      if (words[0].equals("AUTH")) {
        logins.addAll(List.of(words).subList(1, words.length));
      } else if (words[0].equals("SIZE") && words.length > 1) {
        size = number(words[1]);
      }
    }
    return new Extensions(
        names.contains("PIPELINING"),
        names.contains("STARTTLS"),
        names.contains("8BITMIME"),
        names.contains("SMTPUTF8"),
        names.contains("SIZE"),
        size,
        Set.copyOf(logins));
  }

  Extensions withoutPipelining() {
    return new Extensions(false, startTls, eightBitMime, smtpUtf8, announcesSize, size, logins);
  }

  private static long number(String digits) {
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
