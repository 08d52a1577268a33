package dev.campanile.campaign.transactional;

import dev.campanile.contracts.PlannedChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that says what it must.
 *
 * @param data without what is null: that is the same as not there
 * @param channels empty when the request leaves them to us
 */
record CheckedRequest(
    String content,
    Addressee to,
    Map<String, Object> data,
    List<PlannedChannel> channels,
    Duration validity) {

  CheckedRequest(
      String content,
      Addressee to,
      @Nullable Map<String, Object> data,
      @Nullable List<PlannedChannel> channels,
      Duration validity) {
    this.content = content;
    this.to = to;
    Map<String, Object> said = new HashMap<>(data == null ? Map.of() : data);
    said.values().removeIf(value -> value == null);
    this.data = Map.copyOf(said);
    this.channels = channels == null ? List.of() : List.copyOf(channels);
    this.validity = validity;
  }
}
