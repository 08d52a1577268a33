package dev.campanile.campaign.run;

import dev.campanile.contracts.Batch;
import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.MessageRequests.Recipient;
import java.util.ArrayList;
import java.util.List;

/** Packs messages of one bucket into a batch that keeps the limits of batches. */
final class RequestPacking {

  /** For what a batch says once: content, plan, source. */
  private static final int HEAD_BYTES = 4 * 1024;

  private RequestPacking() {}

  /**
   * @param pending of the bucket, at least one; the first ones that fit are taken
   */
  static MessageRequests pack(CampaignRun run, Bucket bucket, List<PendingMessage> pending) {
    List<Recipient> taken = new ArrayList<>();
    int bytes = HEAD_BYTES;
    for (PendingMessage message : pending) {
      bytes += message.bytes();
      boolean full = bytes > Batch.MAX_BYTES || taken.size() == Batch.MAX_ITEMS;
      if (full && !taken.isEmpty()) {
        break;
      }
      taken.add(message.recipient());
    }
    return new MessageRequests(
        bucket,
        run.content(),
        run.source(),
        run.category(),
        run.topic(),
        run.plan(),
        run.expiresAt(),
        run.plannedOn(),
        taken);
  }
}
