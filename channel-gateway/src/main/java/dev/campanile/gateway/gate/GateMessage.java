package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.Source;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The message as the gate sees it.
 *
 * @param cardVersion the card it was planned with; an older one is not good enough
 * @param arrivedAt when the gateway first saw it
 * @param refusedChannels channels whose provider refused it for good; no candidates any more
 */
public record GateMessage(
    MessageId id,
    ProfileId profileId,
    Source source,
    Category category,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Instant expiresAt,
    long cardVersion,
    Instant arrivedAt,
    Set<Channel> refusedChannels) {

  public GateMessage {
    plan = List.copyOf(plan);
    refusedChannels = Set.copyOf(refusedChannels);
  }

  /**
   * Its author asked for it at this address: it needs no consent and waits for nothing but the
   * provider. Whoever said no, and whatever bounced, is respected all the same.
   */
  boolean isTest() {
    return switch (source) {
      case Source.Test _ -> true;
      case Source.Campaign _, Source.Transactional _ -> false;
    };
  }
}
