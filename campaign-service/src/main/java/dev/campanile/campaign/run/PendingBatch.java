package dev.campanile.campaign.run;

import java.util.List;

/**
 * Messages of one bucket that wait to be requested together.
 *
 * @param members how many
 */
record PendingBatch(int bucket, long number, int members) {

  static int membersOf(List<PendingBatch> batches) {
    return batches.stream().mapToInt(PendingBatch::members).sum();
  }
}
