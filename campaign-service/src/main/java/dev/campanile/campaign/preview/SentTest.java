package dev.campanile.campaign.preview;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ContentRef;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.MessageRequests;
import java.util.List;

/**
 * A test on its way.
 *
 * @param content what the frozen text is called
 * @param messages in the order of the addresses
 */
public record SentTest(ContentRef content, List<TestMessage> messages) {

  /**
   * @param status where channel-gateway tells what became of it
   */
  public record TestMessage(MessageId messageId, Channel channel, String status) {}

  static SentTest of(ContentRef content, List<MessageRequests> messages) {
    return new SentTest(content, messages.stream().map(SentTest::message).toList());
  }

  private static TestMessage message(MessageRequests request) {
    MessageId id = request.items().getFirst().messageId();
    Channel channel = Channel.valueOf(request.plan().getFirst().name());
    return new TestMessage(id, channel, "/v1/messages/" + id);
  }
}
