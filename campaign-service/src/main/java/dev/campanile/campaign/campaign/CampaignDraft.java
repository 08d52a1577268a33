package dev.campanile.campaign.campaign;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.PlannedChannel;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as people edit it.
 *
 * @param content key of what is said
 * @param segment key of whom it is said to, in profile-service
 * @param category the content's
 * @param topic the preference-centre topic; none takes the content's
 * @param channels to try, in order
 * @param expiresAfter ISO 8601; what is not handed over so long after the launch never is
 * @param messagesPerSecond how fast to send, on all channels together and in groups of some
 *     hundred; as fast as it goes when left out
 */
@Schema(
    example =
        """
        {"name": "The weekend crate", "content": "weekend-offer", "segment": "everyone",
         "category": "MARKETING", "topic": "offers", "channels": ["EMAIL", "SMS"],
         "expiresAfter": "P1D", "messagesPerSecond": 500}
        """)
public record CampaignDraft(
    String name,
    String content,
    String segment,
    Category category,
    @Nullable String topic,
    List<PlannedChannel> channels,
    String expiresAfter,
    @Nullable Integer messagesPerSecond) {

  /** How long after the launch its messages are worth sending. */
  public Duration validity() {
    return Duration.parse(expiresAfter);
  }
}
