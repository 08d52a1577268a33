package dev.campanile.runtime.database;

import org.jdbi.v3.core.Handle;

/** What is told to the database before a transaction's work. Implementations are beans. */
public interface TransactionStart {

  /** May come more than once in a transaction: parts of it join it. */
  void started(Handle handle);
}
