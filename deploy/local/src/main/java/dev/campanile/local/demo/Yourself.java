package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.campanile.local.services.Providers;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever sends one to themselves: with real providers the demo has you among its customers, and
 * everybody else is skipped.
 */
final class Yourself {
  /** The columns are those of the demo's customers. */
  private static final String BY_MAIL =
      "YOU-%d,You,,%s,,,,,EMAIL,OPTED_IN,,,you asked for it,2026-11-21T09:00:00Z,"
          + "OUT_FOR_DELIVERY,B20999,14:00-16:00,,,yes%n";

  private static final String BY_TEXT =
      "YOU-%d,You,,,%s,,,,SMS,,OPTED_IN,OPTED_IN,you asked for it,2026-11-21T09:00:00Z,"
          + "OUT_FOR_DELIVERY,B20999,14:00-16:00,,,yes%n";

  private final Providers providers;

  Yourself(Providers providers) {
    this.providers = providers;
  }

  /** Each allowed address and number as a customer of its own; a domain is nobody. */
  String among(String customers) {
    StringBuilder all = new StringBuilder(customers);
    int number = 0;
    for (String allowed : providers.allowed()) {
      if (allowed.startsWith("+")) {
        all.append(BY_TEXT.formatted(++number, allowed));
      } else if (!allowed.startsWith("@")) {
        all.append(BY_MAIL.formatted(++number, allowed));
      }
    }
    return all.toString();
  }

  /** The brand, sending from addresses that the real providers let you send from. */
  JsonNode speaksAs(JsonNode brand) {
    ObjectNode yours = brand.deepCopy();
    providers.senders().forEach(yours::put);
    return yours;
  }

  /** Nobody at the real provider knows the demo's templates. */
  List<String> confirms() {
    return providers.texts() ? List.of("CHAT_TEMPLATE_NOT_APPROVED") : List.of();
  }

  /** The channels that stay on this machine. */
  List<String> simulated() {
    List<String> simulated = new ArrayList<>();
    if (!providers.mail()) {
      simulated.add("email");
    }
    if (!providers.texts()) {
      simulated.addAll(List.of("sms", "chat"));
    }
    return simulated;
  }
}
