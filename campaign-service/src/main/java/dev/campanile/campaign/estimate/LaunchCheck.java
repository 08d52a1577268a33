package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.estimate.LaunchRefusal.Code;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What would go wrong with a launch. Pure: the same estimate is refused for the same reasons. */
final class LaunchCheck {

  private LaunchCheck() {}

  /**
   * @param confirmed what whoever launches knows of and accepts
   */
  static List<LaunchRefusal> refusals(
      CampaignDraft campaign, PublishedContent content, Reach reach, Set<Confirmable> confirmed) {
    List<LaunchRefusal> refusals = new ArrayList<>();
    if (reach.members() == 0) {
      refusals.add(segmentEmpty(campaign));
    }
    refusals.addAll(ofThePlan(campaign, content));
    if (reach.members() > 0 && reachable(reach) == 0) {
      refusals.add(nobodyReachable(campaign, reach));
    }
    if (!isChatOnly(campaign)
        && byChat(reach) > 0
        && !content.localesWithChatInItsWindowOnly().isEmpty()
        && !confirmed.contains(Confirmable.CHAT_WITHOUT_TEMPLATE)) {
      refusals.add(chatInItsWindowOnly(content, reach));
    }
    if (MissingVariables.tooMany(reach) && !confirmed.contains(Confirmable.MISSING_VARIABLES)) {
      refusals.add(missingVariables(content, reach));
    }
    return refusals;
  }

  /** When nobody could say whom it reaches. */
  static List<LaunchRefusal> refusalsUnseen(
      CampaignDraft campaign, PublishedContent content, Set<Confirmable> confirmed) {
    List<LaunchRefusal> refusals = new ArrayList<>(ofThePlan(campaign, content));
    if (!confirmed.contains(Confirmable.REACH_UNKNOWN)) {
      refusals.add(reachUnknown(campaign));
    }
    return refusals;
  }

  /** What is wrong whomever it reaches. */
  private static List<LaunchRefusal> ofThePlan(CampaignDraft campaign, PublishedContent content) {
    List<LaunchRefusal> refusals = new ArrayList<>(brandLacksSender(campaign, content));
    if (isChatOnly(campaign) && !content.localesWithoutChatTemplate().isEmpty()) {
      refusals.add(chatWithoutTemplate(content));
    }
    return refusals;
  }

  private static boolean isChatOnly(CampaignDraft campaign) {
    return campaign.channels().equals(List.of(PlannedChannel.CHAT));
  }

  private static long byChat(Reach reach) {
    return reach.reachable().getOrDefault(Channel.CHAT, 0L);
  }

  static long reachable(Reach reach) {
    return reach.reachable().values().stream().mapToLong(Long::longValue).sum();
  }

  private static LaunchRefusal reachUnknown(CampaignDraft campaign) {
    return new LaunchRefusal(
        Code.REACH_UNKNOWN,
        "profile-service did not count in time whom the segment "
            + campaign.segment()
            + " reaches. Nothing was sent; launch again in a moment, make the segment's rule"
            + " simpler, or launch without knowing with {\"confirm\":[\"REACH_UNKNOWN\"]}.",
        Map.of("confirm", Confirmable.REACH_UNKNOWN));
  }

  private static LaunchRefusal segmentEmpty(CampaignDraft campaign) {
    return new LaunchRefusal(
        Code.SEGMENT_EMPTY,
        "Nobody is in the segment "
            + campaign.segment()
            + ". See whom it finds with POST /v1/segments/"
            + campaign.segment()
            + ":preview on profile-service.");
  }

  private static List<LaunchRefusal> brandLacksSender(
      CampaignDraft campaign, PublishedContent content) {
    Brand brand = content.version().brand();
    return campaign.channels().stream()
        .map(channel -> lackedField(channel, brand))
        .filter(field -> field != null)
        .map(
            field ->
                new LaunchRefusal(
                    Code.BRAND_LACKS_SENDER,
                    "The campaign plans a channel that the brand "
                        + brand.key()
                        + " has no sender for. Give it "
                        + field
                        + " with PUT /v1/brands/"
                        + brand.key()
                        + " and publish the content again, or take the channel out of the plan.",
                    Map.of("brand", brand.key(), "field", field)))
        .toList();
  }

  private static @Nullable String lackedField(PlannedChannel channel, Brand brand) {
    return switch (channel) {
      case SMS -> brand.smsFrom() == null ? "smsFrom" : null;
      case CHAT -> brand.chatFrom() == null ? "chatFrom" : null;
      // Every brand has a sender of mail, and whoever prefers a channel without one is passed on.
      case EMAIL, PREFERRED, PUSH -> null;
    };
  }

  private static LaunchRefusal chatWithoutTemplate(PublishedContent content) {
    return new LaunchRefusal(
        Code.CHAT_WITHOUT_TEMPLATE,
        "Chat is the only channel, and outside of the 24 hours after a customer's last message only"
            + " an approved template goes. Give the content "
            + content.ref().key()
            + " a chat.template in "
            + content.localesWithoutChatTemplate()
            + " and publish it, or plan another channel too.",
        Map.of("locales", content.localesWithoutChatTemplate()));
  }

  private static LaunchRefusal chatInItsWindowOnly(PublishedContent content, Reach reach) {
    return new LaunchRefusal(
        Code.CHAT_WITHOUT_TEMPLATE,
        "%,d would be reached by chat first, and without a chat.template in %s only those of them who wrote in the last 24 hours are; the others get the next channel of the plan, or nothing. Give the content %s a template and publish it, or launch with {\"confirm\":[\"CHAT_WITHOUT_TEMPLATE\"]}."
            .formatted(
                byChat(reach), content.localesWithChatInItsWindowOnly(), content.ref().key()),
        Map.of(
            "locales",
            content.localesWithChatInItsWindowOnly(),
            "people",
            byChat(reach),
            "confirm",
            Confirmable.CHAT_WITHOUT_TEMPLATE));
  }

  private static LaunchRefusal nobodyReachable(CampaignDraft campaign, Reach reach) {
    return new LaunchRefusal(
        Code.NOBODY_REACHABLE,
        "None of the "
            + reach.members()
            + " in the segment "
            + campaign.segment()
            + " can be reached on "
            + campaign.channels()
            + ". What stands against it is under unreachable; plan other channels, or ask for"
            + " consent first.",
        Map.of("unreachable", reach.unreachable()));
  }

  private static LaunchRefusal missingVariables(PublishedContent content, Reach reach) {
    List<String> sentences = MissingVariables.sentences(reach);
    return new LaunchRefusal(
        Code.MISSING_VARIABLES,
        String.join(". ", sentences)
            + ". Whoever lacks one gets no message. Publish the content "
            + content.ref().key()
            + " with defaults, or launch with {\"confirm\":[\"MISSING_VARIABLES\"]}.",
        Map.of("missingVariables", sentences, "confirm", Confirmable.MISSING_VARIABLES));
  }
}
