package dev.campanile.runtime.inbox;

import dev.campanile.contracts.WireFormat.BadItem;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;

/** Applies batches in a transaction, in order. Doing it twice must be doing it once. */
@FunctionalInterface
public interface BatchHandler<B> {

  void on(Handle handle, List<B> batches);

  /**
   * Called, in the same transaction, for an item that could not be read and is dead-lettered.
   *
   * @param entry whose item it is
   */
  default void malformed(Handle handle, ConsumerRecord<String, byte[]> entry, BadItem item) {}
}
