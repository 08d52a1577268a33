package dev.campanile.campaign.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a text says by naming another field: {@code {{ offer.price }}}, {@code {{ callToAction.url
 * }}}. Resolved when the content is published, so that no channel can say it differently.
 */
final class References {

  private References() {}

  /** What can be named, with its text. */
  static Map<String, String> of(LocaleText text) {
    Map<String, String> known = new TreeMap<>();
    if (text.offer() instanceof LocaleText.Offer offer) {
      put(known, "offer.name", offer.name());
      put(known, "offer.price", offer.price());
      put(known, "offer.validUntil", offer.validUntil());
      put(known, "offer.code", offer.code());
    }
    if (text.callToAction() instanceof LocaleText.CallToAction(_, var url)) {
      put(known, "callToAction.url", url);
    }
    return known;
  }

  /** A copy of the text with every reference replaced by what it names. */
  static LiquidText resolve(LiquidText liquid, LocaleText text) {
    return LiquidText.ofChecked(resolved(liquid, of(text)));
  }

  private static String resolved(LiquidText liquid, Map<String, String> known) {
    return liquid.replaceOutputs(output -> known.getOrDefault(output.expression(), output.text()));
  }

  static List<String> faultsIn(LiquidText liquid, LocaleText text) {
    Map<String, String> known = of(text);
    List<String> faults = new ArrayList<>();
    for (LiquidOutput output : liquid.outputs()) {
      if (isReference(output.expression())) {
        if (!known.containsKey(output.expression())) {
          faults.add("`" + output.expression() + "` is not there; known here: " + known.keySet());
        } else if (!output.filters().isEmpty()) {
          faults.add("`" + output.expression() + "` takes no filters");
        }
      }
    }
    if (faults.isEmpty() && computesWithReferences(resolved(liquid, known))) {
      faults.add("offer and callToAction can be said, as in {{ offer.price }}, not computed with");
    }
    return faults;
  }

  private static boolean computesWithReferences(String resolved) {
    try {
      return LiquidText.parse(resolved).variables().stream()
          .anyMatch(TextCheck.RESOLVED_AT_PUBLISH::contains);
    } catch (LiquidSyntaxException e) {
      // What it names is not Liquid, and is found there.
      return false;
    }
  }

  private static boolean isReference(String expression) {
    return TextCheck.RESOLVED_AT_PUBLISH.stream()
        .anyMatch(name -> expression.equals(name) || expression.startsWith(name + "."));
  }

  private static void put(Map<String, String> known, String name, @Nullable String text) {
    if (text != null) {
      known.put(name, text);
    }
  }
}
