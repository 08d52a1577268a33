package dev.campanile.contracts;

/** Lanes never wait for each other. */
public enum Lane {
  URGENT,
  TRIGGERED,
  BULK;

  public Topic requests() {
    return switch (this) {
      case URGENT -> Topic.MESSAGE_REQUESTS_URGENT;
      case TRIGGERED -> Topic.MESSAGE_REQUESTS_TRIGGERED;
      case BULK -> Topic.MESSAGE_REQUESTS_BULK;
    };
  }
}
