package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A run asks who belongs to a segment now.
 *
 * @param segment the segment's key
 * @param fields the profile fields and traits its content uses
 */
public record AudienceRequested(RunId runId, String segment, List<String> fields) {

  public AudienceRequested {
    requireNonNull(runId);
    requireNonNull(segment);
    fields = List.copyOf(fields);
  }
}
