package dev.campanile.campaign.launch;

import dev.campanile.campaign.estimate.Confirmable;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How to launch.
 *
 * @param repeat launch a campaign that was launched before, once more, to the segment as it is now
 * @param confirm what whoever launches knows of and accepts, such as MISSING_VARIABLES or
 *     REACH_UNKNOWN
 */
@Schema(example = "{\"repeat\": true, \"confirm\": [\"MISSING_VARIABLES\"]}")
public record LaunchRequest(boolean repeat, @Nullable Set<Confirmable> confirm) {

  static final LaunchRequest FIRST = new LaunchRequest(false, Set.of());

  public LaunchRequest {
    confirm = confirm == null ? Set.of() : Set.copyOf(confirm);
  }

  Set<Confirmable> confirmed() {
    return confirm == null ? Set.of() : confirm;
  }

  /** Requests that ask for the same have the same. */
  String hash() {
    String hash = repeat ? "repeat" : "first";
    return confirmed().isEmpty() ? hash : hash + new TreeSet<>(confirmed());
  }
}
