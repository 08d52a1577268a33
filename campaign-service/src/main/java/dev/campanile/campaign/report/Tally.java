package dev.campanile.campaign.report;

import dev.campanile.campaign.run.MessageState;
import dev.campanile.contracts.Bucket;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run's rows, counted.
 *
 * @param counts of messages that share bucket, state, channel and reason
 * @param members by bucket, of the buckets that are complete
 */
record Tally(List<Count> counts, Map<Integer, Integer> members) {

  private static final Set<MessageState> ACCEPTED =
      EnumSet.of(
          MessageState.ACCEPTED,
          MessageState.DELIVERED,
          MessageState.BOUNCED,
          MessageState.COMPLAINED);

  private static final Set<MessageState> CONFIRMED =
      EnumSet.of(MessageState.DELIVERED, MessageState.BOUNCED, MessageState.COMPLAINED);

  private static final String NONE = "NONE";

  /** So many messages of a bucket that share all this. */
  record Count(
      int bucket,
      MessageState state,
      @Nullable String channel,
      @Nullable String reason,
      long messages) {}

  long planned() {
    return members.values().stream().mapToLong(Integer::longValue).sum();
  }

  boolean audienceComplete() {
    return members.size() == Bucket.COUNT && rowsPerBucket().equals(membersPerBucket());
  }

  RunReport.Books books() {
    return new RunReport.Books(
        of(MessageState.PENDING),
        of(MessageState.REQUESTED),
        of(MessageState.SKIPPED),
        of(MessageState.DEFERRED),
        counted(ACCEPTED),
        of(MessageState.FAILED),
        of(MessageState.UNKNOWN),
        of(MessageState.UNCERTAIN));
  }

  long unreconciled() {
    Map<Integer, Long> rows = rowsPerBucket();
    return members.entrySet().stream()
        .mapToLong(b -> Math.abs(b.getValue() - rows.getOrDefault(b.getKey(), 0L)))
        .sum();
  }

  Map<String, Long> acceptedByChannel() {
    return by(ACCEPTED, Count::channel);
  }

  Map<String, Long> byReason(MessageState state) {
    return by(EnumSet.of(state), Count::reason);
  }

  Map<String, Long> confirmed() {
    return by(CONFIRMED, count -> count.state().name());
  }

  Map<String, Map<String, Long>> confirmedByChannel() {
    Map<String, Map<String, Long>> confirmed = new TreeMap<>();
    for (Count count : counts) {
      if (CONFIRMED.contains(count.state())) {
        confirmed
            .computeIfAbsent(orNone(count.channel()), _ -> new TreeMap<>())
            .merge(count.state().name(), count.messages(), Long::sum);
      }
    }
    return confirmed;
  }

  private long of(MessageState state) {
    return counted(EnumSet.of(state));
  }

  private long counted(Set<MessageState> states) {
    return counts.stream()
        .filter(count -> states.contains(count.state()))
        .mapToLong(Count::messages)
        .sum();
  }

  private Map<String, Long> by(Set<MessageState> states, Function<Count, @Nullable String> group) {
    Map<String, Long> grouped = new TreeMap<>();
    counts.stream()
        .filter(count -> states.contains(count.state()))
        .forEach(count -> grouped.merge(orNone(group.apply(count)), count.messages(), Long::sum));
    return grouped;
  }

  private Map<Integer, Long> rowsPerBucket() {
    Map<Integer, Long> rows = new HashMap<>();
    counts.forEach(count -> rows.merge(count.bucket(), count.messages(), Long::sum));
    return rows;
  }

  private Map<Integer, Long> membersPerBucket() {
    Map<Integer, Long> nonEmpty = new HashMap<>();
    members.forEach(
        (bucket, number) -> {
          if (number > 0) {
            nonEmpty.put(bucket, number.longValue());
          }
        });
    return nonEmpty;
  }

  private static String orNone(@Nullable String name) {
    return name == null ? NONE : name;
  }

  static Tally empty() {
    return new Tally(List.of(), Map.of());
  }
}
