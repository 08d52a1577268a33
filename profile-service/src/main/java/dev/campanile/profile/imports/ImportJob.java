package dev.campanile.profile.imports;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed import.
 *
 * @param takenRows how many rows are worked off, taken or refused
 * @param refusals how many are recorded
 * @param epoch the lease all writes must name
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ImportJob(
    UUID id,
    String source,
    byte[] csv,
    int takenRows,
    int refusals,
    int attempts,
    long epoch,
    Instant createdAt) {

  ImportJob {
    requireNonNull(id);
    requireNonNull(source);
    requireNonNull(csv);
    requireNonNull(createdAt);
  }

  enum State {
    RUNNING,
    COMPLETED,
    FAILED
  }
}
