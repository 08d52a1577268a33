package dev.campanile.campaign.transactional;

import dev.campanile.campaign.content.PublishedContent;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.runtime.http.Problem;
import java.util.ArrayList;
import java.util.List;

/** The channels a message tries, in order. */
final class ChannelChoice {

  private ChannelChoice() {}

  static List<PlannedChannel> of(CheckedRequest request, PublishedContent content) {
    List<PlannedChannel> plan =
        switch (request.to()) {
          case Addressee.Address(var address) -> List.of(planned(address.channel()));
          case Addressee.Customer _ ->
              request.channels().isEmpty() ? usual(content) : request.channels();
        };
    List<Channel> texts = List.copyOf(content.channels());
    boolean possible =
        plan.stream()
            .anyMatch(
                channel ->
                    channel == PlannedChannel.PREFERRED
                        || texts.stream().anyMatch(text -> planned(text) == channel));
    if (!possible) {
      throw Problem.of(
              422,
              "NO_TEXT_FOR_CHANNEL",
              "The content "
                  + content.ref().key()
                  + " has texts for "
                  + texts
                  + ", not for "
                  + plan
                  + ". Give its brand a sender for the channel and publish it again, or choose"
                  + " another channel.")
          .at(request.channels().isEmpty() ? "/to" : "/channels", "the content has " + texts);
    }
    return plan;
  }

  /** What the customer prefers, then whatever the content can say, cheapest first. */
  private static List<PlannedChannel> usual(PublishedContent content) {
    List<PlannedChannel> plan = new ArrayList<>(List.of(PlannedChannel.PREFERRED));
    content.channels().forEach(channel -> plan.add(planned(channel)));
    return plan;
  }

  private static PlannedChannel planned(Channel channel) {
    return PlannedChannel.valueOf(channel.name());
  }
}
