package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run as one of the services counts it: the campaign report, or the gateway's ledger.
 *
 * @param underWay what is neither decided nor deferred yet
 */
record RunCount(
    long planned,
    boolean audienceComplete,
    long underWay,
    long accepted,
    long deferred,
    long skipped,
    long failed,
    long unknown,
    long uncertain,
    long unreconciled,
    Counts acceptedByChannel,
    Counts deferredByReason,
    Counts skippedByReason,
    Counts failedByReason,
    Counts confirmed) {

  private static final List<String> UNDER_WAY =
      List.of("pending", "requested", "reserved", "sending");

  static RunCount parse(JsonNode json) {
    JsonNode books = json.path("books").isObject() ? json.path("books") : json;
    return new RunCount(
        json.path("planned").asLong(),
        json.path("audienceComplete").asBoolean(),
        UNDER_WAY.stream().mapToLong(term -> books.path(term).asLong()).sum(),
        books.path("accepted").asLong(),
        books.path("deferred").asLong(),
        books.path("skipped").asLong(),
        books.path("failed").asLong(),
        books.path("unknown").asLong(),
        books.path("uncertain").asLong(),
        json.path("unreconciled").asLong(),
        counts(json, "acceptedByChannel"),
        counts(json, "deferredByReason"),
        counts(json, "skippedByReason"),
        counts(json, "failedByReason"),
        counts(json, json.has("confirmedByChannel") ? "confirmedByChannel" : "confirmed"));
  }

  private static Counts counts(JsonNode json, String field) {
    return Counts.of(json.path(field)).present();
  }

  /** What has its answer, for now or for good. */
  long answered() {
    return accepted + deferred + skipped + failed + unknown + uncertain;
  }

  /** Deferrals that end by themselves within moments; the others wait for an hour of the day. */
  private long waitingForMoments() {
    return Stream.of("RETRY", "CARD_PENDING", "RATE_LIMITED", "PROVIDER_UNAVAILABLE")
        .mapToLong(deferredByReason::of)
        .sum();
  }

  boolean settled() {
    return audienceComplete
        && underWay == 0
        && unknown == 0
        && unreconciled == 0
        && answered() == planned
        && waitingForMoments() == 0;
  }

  /** What providers call back for; plain SMTP never does. */
  boolean allConfirmed() {
    long calledBack = acceptedByChannel.total() - acceptedByChannel.of("EMAIL");
    return confirmed.total() >= calledBack;
  }
}
