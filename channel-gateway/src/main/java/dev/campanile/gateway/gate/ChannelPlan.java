package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.PlannedChannel;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * A message's plan for one customer: each candidate channel once, in order, and what was passed
 * over.
 */
record ChannelPlan(SequencedSet<Channel> candidates, List<Trace.PassedOver> passedOver) {

  static ChannelPlan of(GateMessage message, ContentAbility content, ContactCard card) {
    SequencedSet<Channel> candidates = new LinkedHashSet<>();
    List<Trace.PassedOver> passedOver = new ArrayList<>();
    for (PlannedChannel planned : message.plan()) {
      Channel channel = resolve(planned, card);
      String obstacle = channel == null ? NO_PREFERENCE : obstacle(channel, message, content);
      if (obstacle != null) {
        passedOver.add(new Trace.PassedOver(planned, obstacle));
      } else if (channel != null && !candidates.add(channel)) {
        passedOver.add(new Trace.PassedOver(planned, channel + " comes earlier in the plan"));
      }
    }
    return new ChannelPlan(candidates, passedOver);
  }

  private static final String NO_PREFERENCE = "the customer declared no preferred channel";

  private static @Nullable Channel resolve(PlannedChannel planned, ContactCard card) {
    return switch (planned) {
      case PREFERRED -> card.preferredChannel();
      case EMAIL -> Channel.EMAIL;
      case SMS -> Channel.SMS;
      case CHAT -> Channel.CHAT;
      case PUSH -> Channel.PUSH;
    };
  }

  private static @Nullable String obstacle(
      Channel channel, GateMessage message, ContentAbility content) {
    if (!content.channels().contains(channel)) {
      return "the content has no " + channel + " text";
    }
    return message.refusedChannels().contains(channel)
        ? "the " + channel + " provider refused this message for good"
        : null;
  }
}
