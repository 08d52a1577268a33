package dev.campanile.systemtests.invariant;

/** Where the gateway says a message is, in the ledger's words. */
public enum State {
  REQUESTED,
  RESERVED,
  SENDING,
  DEFERRED,
  SKIPPED,
  FAILED,
  ACCEPTED,
  DELIVERED,
  BOUNCED,
  COMPLAINED,
  UNKNOWN,
  UNCERTAIN;

  /** The provider has it. */
  boolean handedOver() {
    return switch (this) {
      case ACCEPTED, DELIVERED, BOUNCED, COMPLAINED -> true;
      case REQUESTED, RESERVED, SENDING, DEFERRED, SKIPPED, FAILED, UNKNOWN, UNCERTAIN -> false;
    };
  }

  /** It says that nothing left. */
  boolean keptBack() {
    return switch (this) {
      case REQUESTED, RESERVED, DEFERRED, SKIPPED, FAILED -> true;
      case SENDING, ACCEPTED, DELIVERED, BOUNCED, COMPLAINED, UNKNOWN, UNCERTAIN -> false;
    };
  }

  /** Somebody still has to do something at once; a deferred message has its time. */
  boolean underWay() {
    return switch (this) {
      case REQUESTED, RESERVED, SENDING -> true;
      case DEFERRED, SKIPPED, FAILED, ACCEPTED, DELIVERED, BOUNCED, COMPLAINED -> false;
      case UNKNOWN, UNCERTAIN -> false;
    };
  }

  boolean inDoubt() {
    return this == UNKNOWN || this == UNCERTAIN;
  }
}
