package dev.campanile.profile.segment;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.SuppressionReason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of consent and suppression binds a message, as the gateway's gate has it.
 *
 * @param suppressions reasons that hold it back
 * @param noOnPhones topics whose opt-out holds it back on SMS and chat
 * @param noElsewhere topics whose opt-out holds it back by mail and push
 * @param yes topics of which one opt-in is needed; none when none is
 * @param caseHolds whether an open case stops it
 */
record Binding(
    Set<SuppressionReason> suppressions,
    Set<ConsentTopic> noOnPhones,
    Set<ConsentTopic> noElsewhere,
    Set<ConsentTopic> yes,
    boolean caseHolds) {

  private static final Set<SuppressionReason> ANY = Set.of(SuppressionReason.values());
  private static final Set<ConsentTopic> STOP = Set.of(ConsentTopic.ALL);

  static Binding of(Category category, @Nullable ConsentTopic topic) {
    ConsentTopic about = topic == null ? ConsentTopic.MARKETING : topic;
    return switch (category) {
      case TRANSACTIONAL ->
          new Binding(Set.of(SuppressionReason.HARD), STOP, Set.of(), Set.of(), false);
      case SERVICE -> new Binding(ANY, STOP, STOP, Set.of(), false);
      // A survey waits for the case to close; it still goes where it would have gone.
      case SURVEY -> marketing(about, false);
      case MARKETING -> marketing(about, true);
    };
  }

  private static Binding marketing(ConsentTopic about, boolean caseHolds) {
    Set<ConsentTopic> yes = distinct(ConsentTopic.MARKETING, about);
    Set<ConsentTopic> no = distinct(ConsentTopic.ALL, ConsentTopic.MARKETING, about);
    // A yes to everything on the channel is no consent to marketing: it must name it.
    return new Binding(
        ANY,
        no,
        no,
        yes.stream().filter(one -> !one.equals(ConsentTopic.ALL)).collect(Collectors.toSet()),
        caseHolds);
  }

  private static Set<ConsentTopic> distinct(ConsentTopic... topics) {
    return Arrays.stream(topics).collect(Collectors.toSet());
  }

  /** Pairs of a channel and a topic whose opt-out holds the message back. */
  List<ChannelTopic> noes() {
    return Arrays.stream(Channel.values())
        .flatMap(channel -> noesOn(channel).stream().map(topic -> new ChannelTopic(channel, topic)))
        .toList();
  }

  private Set<ConsentTopic> noesOn(Channel channel) {
    return switch (channel) {
      case SMS, CHAT -> noOnPhones;
      case EMAIL, PUSH -> noElsewhere;
    };
  }

  record ChannelTopic(Channel channel, ConsentTopic topic) {}
}
