package dev.campanile.profile.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Channel;
import dev.campanile.contracts.MessageRef;
import dev.campanile.contracts.Receipt;
import dev.campanile.contracts.Source;
import dev.campanile.contracts.WireFormat;
import dev.campanile.profile.address.AddressKey;
import dev.campanile.profile.consent.ConsentEntry;
import dev.campanile.profile.timeline.TimelineEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of receipts what stands on a timeline. For one batch: it remembers what asked. */
final class TimelineEntries {

  /** JSON of what asked: one run is behind most receipts of a batch. */
  private final Map<Source, String> sources = new HashMap<>();

  TimelineEntry of(Receipt.OfMessage receipt) {
    return switch (receipt) {
      case Receipt.Skipped r -> message(r, "SKIPPED", r.reason().name(), null);
      case Receipt.Deferred r -> message(r, "DEFERRED", r.reason().name(), "until " + r.until());
      case Receipt.Accepted r ->
          message(r, "ACCEPTED", null, r.possibleDuplicate() ? "possibly a duplicate" : null);
      case Receipt.Delivered r -> message(r, "DELIVERED", null, null);
      case Receipt.Bounced r -> message(r, "BOUNCED", r.code(), null);
      case Receipt.Complained r -> message(r, "COMPLAINED", null, null);
      case Receipt.Failed r -> message(r, "FAILED", r.reason().name(), r.answer());
      case Receipt.Unknown r -> message(r, "UNKNOWN", null, null);
      case Receipt.Uncertain r -> message(r, "UNCERTAIN", null, null);
    };
  }

  /** Read by whom stands in the reason: a machine is no person. */
  TimelineEntry of(Receipt.Reading receipt) {
    return switch (receipt) {
      case Receipt.Opened r -> reading(r, "OPENED", null);
      case Receipt.Clicked r -> reading(r, "CLICKED", "link " + r.link());
    };
  }

  /** What was heard from or of an address, for one of its holders. */
  TimelineEntry of(Receipt receipt, UUID holder) {
    return switch (receipt) {
      case Receipt.AddressRefused r ->
          answer(
              holder,
              computedId(r),
              r.at(),
              "ADDRESS_REFUSED",
              r.channel(),
              r.suppression().name(),
              r.code());
      case Receipt.Revoked r ->
          answer(
              holder,
              r.revocationId(),
              r.at(),
              "REVOKED",
              r.channel(),
              r.cause().name(),
              r.topic().value());
      case Receipt.Restored r ->
          answer(
              holder,
              r.restorationId(),
              r.at(),
              "RESTORED",
              r.channel(),
              ConsentEntry.How.KEYWORD.name(),
              r.topic().value());
      case Receipt.InboundReceived r ->
          answer(holder, r.inboundId(), r.at(), "INBOUND_RECEIVED", r.channel(), null, r.text());
      case Receipt.OfMessage r -> of(r);
      case Receipt.Reading r -> of(r);
    };
  }

  /** The address an answer came from or is about. */
  static AddressKey addressOf(Receipt receipt) {
    return switch (receipt) {
      case Receipt.AddressRefused r -> new AddressKey(r.channel(), r.address());
      case Receipt.Revoked r -> new AddressKey(r.channel(), r.address());
      case Receipt.Restored r -> new AddressKey(r.channel(), r.address());
      case Receipt.InboundReceived r -> new AddressKey(r.channel(), r.from());
      case Receipt.OfMessage _, Receipt.Reading _ ->
          throw new IllegalArgumentException("a message's receipt names a profile, no address");
    };
  }

  private TimelineEntry message(
      Receipt.OfMessage receipt, String kind, @Nullable String reason, @Nullable String detail) {
    MessageRef message = receipt.message();
    return new TimelineEntry(
        message.profileId().value(),
        message.id().value(),
        message.revision(),
        receipt.at(),
        kind,
        receipt.channel(),
        message.id().value(),
        sourceOf(message),
        reason,
        detail);
  }

  private TimelineEntry reading(Receipt.Reading receipt, String kind, @Nullable String detail) {
    MessageRef message = receipt.message();
    return new TimelineEntry(
        message.profileId().value(),
        receipt.eventId(),
        0,
        receipt.at(),
        kind,
        receipt.channel(),
        message.id().value(),
        sourceOf(message),
        receipt.reader().name(),
        detail);
  }

  private String sourceOf(MessageRef message) {
    return sources.computeIfAbsent(
        message.source(), source -> new String(WireFormat.write(source), UTF_8));
  }

  private static TimelineEntry answer(
      UUID holder,
      UUID id,
      Instant at,
      String kind,
      Channel channel,
      @Nullable String reason,
      String detail) {
    return new TimelineEntry(holder, id, 0, at, kind, channel, null, null, reason, detail);
  }

  /** A refusal has no id of its own: what it says makes one. */
  private static UUID computedId(Receipt.AddressRefused refused) {
    return UUID.nameUUIDFromBytes(WireFormat.write(refused));
  }
}
