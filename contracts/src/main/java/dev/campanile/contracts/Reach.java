package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom a message would reach. {@code members} = the sum of {@code reachable} + the sum of {@code
 * unreachable}; the reason is that of the last channel tried, as in a receipt.
 *
 * @param members of the segment
 * @param reachable people by the first channel that passes
 * @param unreachable people no channel reaches, by what stands against it
 * @param missing people who lack a field, by field; a field nobody lacks is absent
 * @param missingAny people who lack at least one of the fields
 * @param at when it was so; quiet hours, caps and shared addresses are not foreseen
 */
public record Reach(
    long members,
    Map<Channel, Long> reachable,
    List<Unreachable> unreachable,
    Map<String, Long> missing,
    long missingAny,
    Instant at) {

  public Reach {
    reachable = Map.copyOf(reachable);
    unreachable = List.copyOf(unreachable);
    missing = Map.copyOf(missing);
    requireNonNull(at);
  }

  public record Unreachable(Reason reason, long people) {

    public Unreachable {
      requireNonNull(reason);
    }
  }
}
