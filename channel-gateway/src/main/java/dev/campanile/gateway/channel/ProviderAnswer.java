package dev.campanile.gateway.channel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider said, fit to be kept: one bounded line without addresses. */
public final class ProviderAnswer {

  private static final int LONGEST = 300;
  private static final Pattern MAILBOX = Pattern.compile("[^\\s<>()\"',;:]+@[^\\s<>()\"',;:]+");
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d -]{6,}\\d");
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\s]+");

  private ProviderAnswer() {}

  public static String of(@Nullable String said) {
    String line = BREAKS.matcher(said == null ? "" : said).replaceAll(" ").strip();
    String bounded = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    return NUMBER.matcher(MAILBOX.matcher(bounded).replaceAll("…@…")).replaceAll("…");
  }
}
