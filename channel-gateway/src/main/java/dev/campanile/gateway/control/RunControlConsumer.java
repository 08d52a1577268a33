package dev.campanile.gateway.control;

import dev.campanile.contracts.RunControl;
import dev.campanile.runtime.inbox.TopicReader;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads {@code run.controls}. */
@ApplicationScoped
class RunControlConsumer {

  private final TopicReader reader;
  private final RunControls controls;

  RunControlConsumer(TopicReader reader, RunControls controls) {
    this.reader = reader;
    this.controls = controls;
  }

  @Incoming("run-controls")
  @Blocking
  void on(ConsumerRecords<String, byte[]> records) {
    reader.readRecords(records, RunControl.class, controls::store);
  }
}
