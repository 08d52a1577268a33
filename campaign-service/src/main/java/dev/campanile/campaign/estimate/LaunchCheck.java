package dev.campanile.campaign.estimate;

import dev.campanile.campaign.campaign.CampaignDraft;
import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.campaign.estimate.LaunchRefusal.Code;
import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.contracts.ProviderTemplate;
import dev.campanile.contracts.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would go wrong with a launch. Pure: the same estimate is refused for the same reasons.
 *
 * @param templates that the plan may send, as last heard of; without those that nothing is known of
 * @param confirmed what whoever launches knows of and accepts
 */
record LaunchCheck(Plan plan, Map<String, ProviderTemplate> templates, Set<Confirmable> confirmed) {

  List<LaunchRefusal> refusals(Reach reach) {
    List<LaunchRefusal> refusals = new ArrayList<>();
    if (reach.members() == 0) {
      refusals.add(segmentEmpty());
    }
    refusals.addAll(ofThePlan());
    if (reach.members() > 0 && reachable(reach) == 0) {
      refusals.add(nobodyReachable(reach));
    }
    if (!isChatOnly()
        && byChat(reach) > 0
        && !content().localesWithChatInItsWindowOnly().isEmpty()
        && asksFor(Confirmable.CHAT_WITHOUT_TEMPLATE)) {
      refusals.add(chatInItsWindowOnly(reach));
    }
    if (byChat(reach) > 0) {
      templatesNotApproved(
              "%,d would be reached by chat first, and of them".formatted(byChat(reach)))
          .ifPresent(refusals::add);
    }
    if (MissingVariables.tooMany(reach) && asksFor(Confirmable.MISSING_VARIABLES)) {
      refusals.add(missingVariables(reach));
    }
    return refusals;
  }

  /** When nobody could say whom it reaches. */
  List<LaunchRefusal> refusalsUnseen() {
    List<LaunchRefusal> refusals = new ArrayList<>(ofThePlan());
    templatesNotApproved("By chat").ifPresent(refusals::add);
    if (asksFor(Confirmable.REACH_UNKNOWN)) {
      refusals.add(reachUnknown());
    }
    return refusals;
  }

  /** What is wrong whomever it reaches. */
  private List<LaunchRefusal> ofThePlan() {
    List<LaunchRefusal> refusals = new ArrayList<>(brandLacksSender());
    if (isChatOnly() && !content().localesWithoutChatTemplate().isEmpty()) {
      refusals.add(chatWithoutTemplate());
    }
    return refusals;
  }

  private CampaignDraft campaign() {
    return plan.campaign();
  }

  private PublishedContent content() {
    return plan.content();
  }

  private boolean asksFor(Confirmable doubt) {
    return !confirmed.contains(doubt);
  }

  private boolean isChatOnly() {
    return campaign().channels().equals(List.of(PlannedChannel.CHAT));
  }

  private static long byChat(Reach reach) {
    return reach.reachable().getOrDefault(Channel.CHAT, 0L);
  }

  static long reachable(Reach reach) {
    return reach.reachable().values().stream().mapToLong(Long::longValue).sum();
  }

  private LaunchRefusal reachUnknown() {
    return new LaunchRefusal(
        Code.REACH_UNKNOWN,
        "profile-service did not count in time whom the segment "
            + campaign().segment()
            + " reaches. Nothing was sent; launch again in a moment, make the segment's rule"
            + " simpler, or launch without knowing with {\"confirm\":[\"REACH_UNKNOWN\"]}.",
        Map.of("confirm", Confirmable.REACH_UNKNOWN));
  }

  private LaunchRefusal segmentEmpty() {
    return new LaunchRefusal(
        Code.SEGMENT_EMPTY,
        "Nobody is in the segment "
            + campaign().segment()
            + ". See whom it finds with POST /v1/segments/"
            + campaign().segment()
            + ":preview on profile-service.");
  }

  private List<LaunchRefusal> brandLacksSender() {
    Brand brand = content().version().brand();
    return campaign().channels().stream()
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

  private LaunchRefusal chatWithoutTemplate() {
    return new LaunchRefusal(
        Code.CHAT_WITHOUT_TEMPLATE,
        "Chat is the only channel, and outside of the 24 hours after a customer's last message only"
            + " an approved template goes. Give the content "
            + content().ref().key()
            + " a chat.template in "
            + content().localesWithoutChatTemplate()
            + " and publish it, or plan another channel too.",
        Map.of("locales", content().localesWithoutChatTemplate()));
  }

  private LaunchRefusal chatInItsWindowOnly(Reach reach) {
    return new LaunchRefusal(
        Code.CHAT_WITHOUT_TEMPLATE,
        "%,d would be reached by chat first, and without a chat.template in %s only those of them who wrote in the last 24 hours are; the others get the next channel of the plan, or nothing. Give the content %s a template and publish it, or launch with {\"confirm\":[\"CHAT_WITHOUT_TEMPLATE\"]}."
            .formatted(
                byChat(reach), content().localesWithChatInItsWindowOnly(), content().ref().key()),
        Map.of(
            "locales",
            content().localesWithChatInItsWindowOnly(),
            "people",
            byChat(reach),
            "confirm",
            Confirmable.CHAT_WITHOUT_TEMPLATE));
  }

  /**
   * @param whom who would get it only inside of the window, to begin a sentence with
   */
  private Optional<LaunchRefusal> templatesNotApproved(String whom) {
    Map<String, String> open = new TreeMap<>();
    for (String sid : plan.chatTemplates()) {
      ProviderTemplate heard = templates.get(sid);
      if (heard == null) {
        open.put(sid, "not heard of yet");
      } else if (!heard.approved()) {
        open.put(sid, heard.status());
      }
    }
    if (open.isEmpty() || !asksFor(Confirmable.CHAT_TEMPLATE_NOT_APPROVED)) {
      return Optional.empty();
    }
    return Optional.of(
        new LaunchRefusal(
            Code.CHAT_TEMPLATE_NOT_APPROVED,
            "The provider has not approved chat templates of the content "
                + content().ref().key()
                + ": "
                + open
                + ". "
                + whom
                + " only those who wrote in the last 24 hours get it; the others get the next channel"
                + " of the plan, or nothing. Have them approved and launch again, publish the"
                + " content with others, or launch with"
                + " {\"confirm\":[\"CHAT_TEMPLATE_NOT_APPROVED\"]}.",
            Map.of("templates", open, "confirm", Confirmable.CHAT_TEMPLATE_NOT_APPROVED)));
  }

  private LaunchRefusal nobodyReachable(Reach reach) {
    return new LaunchRefusal(
        Code.NOBODY_REACHABLE,
        "None of the "
            + reach.members()
            + " in the segment "
            + campaign().segment()
            + " can be reached on "
            + campaign().channels()
            + ". What stands against it is under unreachable; plan other channels, or ask for"
            + " consent first.",
        Map.of("unreachable", reach.unreachable()));
  }

  private LaunchRefusal missingVariables(Reach reach) {
    List<String> sentences = MissingVariables.sentences(reach);
    return new LaunchRefusal(
        Code.MISSING_VARIABLES,
        String.join(". ", sentences)
            + ". Whoever lacks one gets no message. Publish the content "
            + content().ref().key()
            + " with defaults, or launch with {\"confirm\":[\"MISSING_VARIABLES\"]}.",
        Map.of("missingVariables", sentences, "confirm", Confirmable.MISSING_VARIABLES));
  }
}
