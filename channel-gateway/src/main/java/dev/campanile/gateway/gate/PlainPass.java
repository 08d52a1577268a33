package dev.campanile.gateway.gate;

import static dev.campanile.gateway.gate.Question.*;

import dev.campanile.contracts.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way most messages take through the gate: the first channel of the plan is asked everything,
 * and passes. A number says so, instead of the same list with every message.
 */
public final class PlainPass {

  /** A gate that asks otherwise gets the next number; what is stored is read by the one it has. */
  private static final Map<Integer, Asked> ASKED =
      Map.of(
          1,
          new Asked(
              List.of(EXPIRY, RUN, ERASURE, CARD),
              List.of(
                  ADDRESS,
                  RECIPIENT,
                  SUPPRESSION,
                  REVOCATION,
                  CONSENT,
                  OPEN_CASE,
                  QUIET_HOURS,
                  CHAT_WINDOW,
                  SHARED_ADDRESS)));

  private static final int CURRENT = 1;

  private PlainPass() {}

  /** Null when there is more to tell. */
  public static @Nullable Integer number(Trace trace) {
    Asked asked = ASKED.get(CURRENT);
    return asked != null
            && trace.refused() == null
            && trace.passedOver().isEmpty()
            && trace.candidates().size() == 1
            && trace.candidates().getFirst().refused() == null
            && trace.passed().equals(asked.ofMessage())
            && trace.candidates().getFirst().passed().equals(asked.ofChannel())
        ? CURRENT
        : null;
  }

  /**
   * The whole of it.
   *
   * @param address none once it is forgotten
   */
  public static Trace trace(
      int number,
      @Nullable Instant decidedAt,
      long cardVersion,
      Channel channel,
      @Nullable String address) {
    Asked asked = ASKED.get(number);
    if (asked == null || decidedAt == null) {
      throw new IllegalStateException("no message passed gate " + number + " at " + decidedAt);
    }
    String masked = address == null ? null : MaskedAddress.of(address);
    return new Trace(
        decidedAt,
        cardVersion,
        asked.ofMessage(),
        null,
        List.of(new Trace.Candidate(channel, masked, asked.ofChannel(), null)),
        List.of());
  }

  private record Asked(List<Question> ofMessage, List<Question> ofChannel) {}
}
