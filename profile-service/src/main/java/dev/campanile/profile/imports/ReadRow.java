package dev.campanile.profile.imports;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of one row of a file. */
sealed interface ReadRow {

  List<Refusal> refusals();

  /**
   * The customer is imported.
   *
   * @param refusals fields that were not taken
   */
  record Taken(CustomerRow customer, List<Refusal> refusals) implements ReadRow {
    public Taken {
      requireNonNull(customer);
      refusals = List.copyOf(refusals);
    }
  }

  /** Nothing of the row was taken. */
  record Refused(Refusal refusal) implements ReadRow {
    public Refused {
      requireNonNull(refusal);
    }

    @Override
    public List<Refusal> refusals() {
      return List.of(refusal);
    }
  }
}
