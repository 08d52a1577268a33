package dev.campanile.profile.imports;

/** A row of which nothing can be taken. */
final class UnusableRow extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Refusal refusal;

  UnusableRow(Refusal refusal) {
    super(refusal.reason(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
