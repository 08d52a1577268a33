package dev.campanile.gateway.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.contracts.Channel;
import dev.campanile.contracts.ConsentTopic;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.PlannedChannel;
import dev.campanile.gateway.ledger.AttemptState;
import dev.campanile.gateway.tracking.MessageReadings;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a message.
 *
 * @param attempts hand-offs that came to something, oldest first
 * @param readings who opened it and clicked its links, where the customer agreed to that
 * @param trace how the gate decided last: every question it asked, with every channel it looked at
 */
public record MessageDetail(
    @JsonUnwrapped MessageSummary message,
    @Nullable ConsentTopic topic,
    List<PlannedChannel> plan,
    Lane lane,
    LocalDate plannedOn,
    long cardVersion,
    @Nullable String locale,
    List<AttemptView> attempts,
    List<MessageReadings.View> readings,
    @Nullable JsonNode trace) {

  /**
   * One hand-off.
   *
   * @param code the provider's code
   * @param answer the provider's words
   */
  public record AttemptView(
      int attempt,
      Channel channel,
      AttemptState state,
      Instant at,
      @Nullable String providerId,
      @Nullable String code,
      @Nullable String answer) {}
}
