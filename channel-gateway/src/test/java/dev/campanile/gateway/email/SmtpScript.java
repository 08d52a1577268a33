package dev.campanile.gateway.email;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a {@link ScriptedSmtp} answers at which step. */
final class SmtpScript {

  private static final Map<String, String> POLITE =
      Map.ofEntries(
          Map.entry("CONNECT", "220 ready"),
          Map.entry("EHLO", "250 ENHANCEDSTATUSCODES"),
          Map.entry("MAIL", "250 2.1.0 ok"),
          Map.entry("RCPT", "250 2.1.5 ok"),
          Map.entry("DATA", "354 go on"),
          Map.entry("BODY", ""),
          Map.entry(".", "250 2.0.0 taken"),
          Map.entry("RSET", "250 2.0.0 ok"),
          Map.entry("STARTTLS", "220 2.0.0 go ahead"),
          Map.entry("AUTH", "235 2.7.0 welcome"),
          Map.entry("QUIT", "221 2.0.0 bye"));

  private final Map<String, String> always = new ConcurrentHashMap<>(POLITE);
  private final Map<String, String> once = new ConcurrentHashMap<>();
  private final Map<String, Map.Entry<String, String>> after = new ConcurrentHashMap<>();
  private final Map<String, Long> slow = new ConcurrentHashMap<>();

  void at(String step, String reply) {
    always.put(step, reply);
  }

  void onceAt(String step, String reply) {
    once.put(step, reply);
  }

  void afterStep(String step, String next, String reply) {
    after.put(step, Map.entry(next, reply));
  }

  void slowlyAt(String step, long millis) {
    slow.put(step, millis);
  }

  long delay(String line) {
    return slow.getOrDefault(line, 0L);
  }

  /** Is polite again to everybody. */
  void forget() {
    after.clear();
    once.clear();
    always.keySet().removeIf(step -> step.contains(" "));
  }

  String reply(String line) {
    String word = line.split(" ", 2)[0];
    String reply = once.remove(line);
    reply = reply == null ? once.remove(word) : reply;
    reply = reply == null ? always.get(line) : reply;
    Map.Entry<String, String> then = after.remove(line);
    if (then != null) {
      once.put(then.getKey(), then.getValue());
    }
    return reply == null ? always.getOrDefault(word, "500 what?") : reply;
  }
}
