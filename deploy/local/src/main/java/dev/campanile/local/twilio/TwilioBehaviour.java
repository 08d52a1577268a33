package dev.campanile.local.twilio;

import static java.util.Objects.requireNonNullElse;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the simulator behaves. What is left out of the JSON is the normal behaviour. A number stands
 * for itself on both channels, {@code whatsapp:+…} for chat alone, {@code *} for everyone.
 *
 * @param refuse numbers the API refuses
 * @param doubtful numbers whose messages are taken without a proper answer
 * @param undeliverable numbers whose messages are taken and end UNDELIVERED
 * @param failEvery each so-manieth message is taken and ends FAILED; 0 for none
 * @param delayMillis how long the API takes to answer
 * @param callbacks whether status callbacks are posted
 */
public record TwilioBehaviour(
    Map<String, Refusal> refuse,
    Map<String, Doubt> doubtful,
    Set<String> undeliverable,
    int failEvery,
    int delayMillis,
    Boolean callbacks) {
  private static final String EVERYONE = "*";

  public static final TwilioBehaviour NORMAL =
      new TwilioBehaviour(Map.of(), Map.of(), Set.of(), 0, 0, true);

  public TwilioBehaviour(
      @Nullable Map<String, Refusal> refuse,
      @Nullable Map<String, Doubt> doubtful,
      @Nullable Set<String> undeliverable,
      int failEvery,
      int delayMillis,
      @Nullable Boolean callbacks) {
    this.refuse = requireNonNullElse(refuse, Map.of());
    this.doubtful = requireNonNullElse(doubtful, Map.of());
    this.undeliverable = requireNonNullElse(undeliverable, Set.of());
    this.failEvery = failEvery;
    this.delayMillis = delayMillis;
    this.callbacks = requireNonNullElse(callbacks, true);
  }

  Optional<Refusal> refusalOf(String to) {
    return lookUp(refuse, to);
  }

  Optional<Doubt> doubtOf(String to) {
    return lookUp(doubtful, to);
  }

  boolean isUndeliverable(String to) {
    return undeliverable.contains(to)
        || undeliverable.contains(TwilioChannel.number(to))
        || undeliverable.contains(EVERYONE);
  }

  private static <V> Optional<V> lookUp(Map<String, V> byNumber, String to) {
    return Optional.ofNullable(byNumber.get(to))
        .or(() -> Optional.ofNullable(byNumber.get(TwilioChannel.number(to))))
        .or(() -> Optional.ofNullable(byNumber.get(EVERYONE)));
  }
}
