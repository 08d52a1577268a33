package dev.campanile.campaign.run;

import dev.campanile.contracts.Receipt;

/** Where a run's message is, as far as this service was told. */
public enum MessageState {
  /** Planned, not yet asked of the gateway. */
  PENDING,
  /** Asked of the gateway, which has not answered. */
  REQUESTED,
  SKIPPED,
  DEFERRED,
  ACCEPTED,
  DELIVERED,
  BOUNCED,
  COMPLAINED,
  FAILED,
  UNKNOWN,
  UNCERTAIN;

  public static MessageState of(Receipt.OfMessage receipt) {
    return switch (receipt) {
      case Receipt.Skipped _ -> SKIPPED;
      case Receipt.Deferred _ -> DEFERRED;
      case Receipt.Accepted _ -> ACCEPTED;
      case Receipt.Delivered _ -> DELIVERED;
      case Receipt.Bounced _ -> BOUNCED;
      case Receipt.Complained _ -> COMPLAINED;
      case Receipt.Failed _ -> FAILED;
      case Receipt.Unknown _ -> UNKNOWN;
      case Receipt.Uncertain _ -> UNCERTAIN;
    };
  }
}
