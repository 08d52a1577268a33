package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * The message a receipt is about.
 *
 * @param revision rises with every change of the message's state; a lower one comes late and is not
 *     applied
 */
public record MessageRef(
    MessageId id, ProfileId profileId, Source source, LocalDate plannedOn, int revision) {

  public MessageRef {
    requireNonNull(id);
    requireNonNull(profileId);
    requireNonNull(source);
    requireNonNull(plannedOn);
  }
}
