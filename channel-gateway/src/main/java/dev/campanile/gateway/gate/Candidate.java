package dev.campanile.gateway.gate;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactCard.ContactAddress;
import java.time.Instant;

/** One address the message may go to. */
record Candidate(
    GateMessage message, GateContext context, ContactCard card, ContactAddress address) {

  Channel channel() {
    return address.channel();
  }

  Instant now() {
    return context.now();
  }

  Category category() {
    return message.category();
  }

  /** A message without a topic of its own is about all marketing. */
  ConsentTopic topic() {
    return message.topic() == null ? ConsentTopic.MARKETING : message.topic();
  }
}
