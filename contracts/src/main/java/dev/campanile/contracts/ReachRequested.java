package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks profile-service over HTTP whom a message would reach now.
 *
 * @param topic none for all marketing
 * @param plan the channels that would be tried, in order
 * @param channels those the content has a text for; others of the plan are passed over
 * @param fields profile fields and traits the content cannot do without
 */
public record ReachRequested(
    String segment,
    Category category,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Set<Channel> channels,
    List<String> fields) {

  public ReachRequested {
    requireNonNull(segment);
    requireNonNull(category);
    plan = List.copyOf(plan);
    channels = Set.copyOf(channels);
    fields = List.copyOf(fields);
  }
}
