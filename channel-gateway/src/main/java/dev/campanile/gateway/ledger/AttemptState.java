package dev.campanile.gateway.ledger;

/** What came of one hand-off. A later word counts only when its rank is higher. */
public enum AttemptState {
  IN_DOUBT(0),
  REFUSED_FOR_NOW(1),
  REFUSED(1),
  ACCEPTED(1),
  DELIVERED(2),
  BOUNCED(2),
  COMPLAINED(3);

  private final int rank;

  AttemptState(int rank) {
    this.rank = rank;
  }

  int rank() {
    return rank;
  }
}
