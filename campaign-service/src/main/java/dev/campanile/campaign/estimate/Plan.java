package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ReachRequested;
import org.jspecify.annotations.Nullable;

/** A campaign with what it would say. */
public record Plan(String key, CampaignDraft campaign, PublishedContent content) {

  public @Nullable ConsentTopic topic() {
    return campaign.topic() == null ? content.topic() : new ConsentTopic(campaign.topic());
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
