package dev.campanile.profile.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A customer took opt-outs back that the gateway had taken down.
 *
 * @param revocations those opt-outs
 * @param evidence what the customer wrote
 */
public record Restoration(UUID id, List<UUID> revocations, String evidence, Instant at) {

  public Restoration {
    requireNonNull(id);
    revocations = List.copyOf(revocations);
    requireNonNull(evidence);
    requireNonNull(at);
  }
}
