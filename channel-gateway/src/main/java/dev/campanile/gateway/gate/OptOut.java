package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;

/** How far a customer's no at one address reaches. */
sealed interface OptOut {

  /** A STOP: also service messages, and on phone channels even transactional ones. */
  record Everything() implements OptOut {}

  record AllMarketing() implements OptOut {}

  record OneTopic(ConsentTopic topic) implements OptOut {}

  static OptOut of(ConsentTopic topic) {
    if (topic.equals(ConsentTopic.ALL)) {
      return new Everything();
    }
    return topic.equals(ConsentTopic.MARKETING) ? new AllMarketing() : new OneTopic(topic);
  }

  default boolean binds(Category category, Channel channel, ConsentTopic about) {
    return switch (category) {
      case TRANSACTIONAL -> this instanceof Everything && isPhone(channel);
      case SERVICE -> this instanceof Everything;
      case SURVEY, MARKETING -> bindsMarketing(about);
    };
  }

  private boolean bindsMarketing(ConsentTopic about) {
    return switch (this) {
      case Everything _, AllMarketing _ -> true;
      case OneTopic(var topic) -> topic.equals(about);
    };
  }

  private static boolean isPhone(Channel channel) {
    return switch (channel) {
      case SMS, CHAT -> true;
      case EMAIL, PUSH -> false;
    };
  }
}
