package dev.campanile.gateway.scenario;

import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import java.util.Map;

/** Variations of a request. */
final class Requests {

  private Requests() {}

  static MessageRequests withoutData(MessageRequests batch) {
    return new MessageRequests(
        batch.bucket(),
        batch.content(),
        batch.source(),
        batch.category(),
        batch.topic(),
        batch.plan(),
        batch.expiresAt(),
        batch.plannedOn(),
        batch.items().stream()
            .map(it -> new Recipient(it.messageId(), it.profileId(), it.cardVersion(), Map.of()))
            .toList());
  }
}
