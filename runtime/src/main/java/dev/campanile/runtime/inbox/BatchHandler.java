package dev.campanile.runtime.inbox;

import dev.campanile.contracts.WireFormat.BadItem;
import org.jdbi.v3.core.Handle;

/** Applies one batch in a transaction. Doing it twice must be doing it once. */
@FunctionalInterface
public interface BatchHandler<B> {

  void on(Handle handle, B batch);

  /** Called, in the same transaction, for an item that could not be read and is dead-lettered. */
  default void malformed(Handle handle, BadItem item) {}
}
