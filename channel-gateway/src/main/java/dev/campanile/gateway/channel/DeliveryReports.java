package dev.campanile.gateway.channel;

/** Where verified callbacks go; the ledger's side. */
public interface DeliveryReports {

  /**
   * Folds the report into the message by rank, in a transaction of its own. Repeated and late
   * reports, and those of unknown messages, change nothing and do not throw.
   */
  void report(DeliveryReport report);
}
