package dev.campanile.campaign.estimate;

import dev.campanile.contracts.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many people lack a variable, in words. */
final class MissingVariables {

  /** One in so many may be left out without anybody being asked. */
  private static final long TOLERATED = 100;

  private MissingVariables() {}

  static boolean tooMany(Reach reach) {
    return reach.missingAny() * TOLERATED > reach.members();
  }

  /** The ones that most lack first. */
  static List<String> sentences(Reach reach) {
    return reach.missing().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(
            missing ->
                String.format(
                    Locale.ROOT,
                    "%,d of %,d lack `%s`; add `| default: …`",
                    missing.getValue(),
                    reach.members(),
                    missing.getKey()))
        .toList();
  }
}
