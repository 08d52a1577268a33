package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ReachRequested;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A campaign with what it would say. */
public record Plan(String key, CampaignDraft campaign, PublishedContent content) {

  public @Nullable ConsentTopic topic() {
    return campaign.topic() == null ? content.topic() : new ConsentTopic(campaign.topic());
  }

  /** The provider's ids of the templates that it may send. */
  Set<String> chatTemplates() {
    boolean chats =
        campaign.channels().contains(PlannedChannel.CHAT)
            || campaign.channels().contains(PlannedChannel.PREFERRED);
    return chats ? content.chatTemplates() : Set.of();
  }

  ReachRequested asksForReach() {
    return new ReachRequested(
        campaign.segment(),
        campaign.category(),
        topic(),
        campaign.channels(),
        content.channels(),
        content.required());
  }
}
