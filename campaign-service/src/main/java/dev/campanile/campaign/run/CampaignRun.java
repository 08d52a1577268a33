package dev.campanile.campaign.run;

import static java.util.Objects.requireNonNull;

import dev.campanile.contracts.AudienceMembers.Member;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProfileId;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.RunId;
import dev.campanile.contracts.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One launch of a campaign, with everything it was launched with; editing the campaign changes no
 * run.
 *
 * @param messagesPerSecond how fast it is sent; none for as fast as it goes
 * @param plannedOn the UTC day of the launch, part of every message's key
 * @param control whether it may send, the only thing that changes
 */
public record CampaignRun(
    RunId id,
    String campaign,
    ContentRef content,
    String segment,
    Category category,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Instant launchedAt,
    Instant expiresAt,
    @Nullable Integer messagesPerSecond,
    LocalDate plannedOn,
    RunControl.State control) {

  public CampaignRun {
    requireNonNull(id);
    requireNonNull(campaign);
    requireNonNull(content);
    requireNonNull(segment);
    requireNonNull(category);
    requireNonNull(launchedAt);
    requireNonNull(expiresAt);
    requireNonNull(plannedOn);
    requireNonNull(control);
    plan = List.copyOf(plan);
  }

  Source source() {
    return new Source.Campaign(campaign, id);
  }

  MessageId messageTo(ProfileId profile) {
    return MessageId.of(source(), profile);
  }

  Recipient recipient(Member member) {
    return new Recipient(
        messageTo(member.profileId()), member.profileId(), member.cardVersion(), member.fields());
  }

  MessageRequests requests(Bucket bucket, List<Recipient> recipients) {
    return new MessageRequests(
        bucket, content, source(), category, topic, plan, expiresAt, plannedOn, recipients);
  }
}
