package dev.campanile.gateway.gate;

import dev.campanile.contracts.Channel;
import java.util.Set;

/**
 * What the content, in the customer's language, can be sent as.
 *
 * @param channels those it has a projection for
 * @param chatTemplate whether it can go outside the chat window
 */
public record ContentAbility(Set<Channel> channels, ChatTemplate chatTemplate) {

  public ContentAbility {
    channels = Set.copyOf(channels);
  }

  /** The provider's word on the content's chat template. */
  public enum ChatTemplate {
    NONE,
    NOT_APPROVED,
    /** Not heard yet; somebody is asking. */
    UNKNOWN,
    APPROVED
  }
}
