package dev.campanile.gateway.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.BucketHeartbeat;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.Lane;
import dev.campanile.contracts.MessageRequests;
import dev.campanile.contracts.RunControl;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the other services would say, on the real topics. */
@ApplicationScoped
public class Wire {

  private final KafkaProducer<String, byte[]> producer;
  private final InstantSource clock;

  Wire(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      InstantSource clock) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    this.clock = clock;
  }

  @PreDestroy
  void close() {
    producer.close();
  }

  public void say(ContactUpdate update) {
    send(Topic.PROFILE_CONTACTS, update.recordKey(), WireFormat.write(update));
  }

  public void publish(ContentVersion content) {
    send(Topic.CONTENT_PUBLISHED, content.ref().recordKey(), WireFormat.write(content));
  }

  public void control(RunControl control) {
    send(Topic.RUN_CONTROLS, control.recordKey(), WireFormat.write(control));
  }

  public void request(Lane lane, MessageRequests batch) {
    send(lane.requests(), "bucket-" + batch.bucket().value(), WireFormat.write(batch));
  }

  /**
   * @param traceparent of the trace it is asked for in
   */
  public void request(Lane lane, MessageRequests batch, String traceparent) {
    var record =
        new ProducerRecord<>(
            lane.requests().topicName(),
            "bucket-" + batch.bucket().value(),
            WireFormat.write(batch));
    record.headers().add("traceparent", traceparent.getBytes(UTF_8));
    send(record);
  }

  /** profile-service is alive. */
  public void heartbeat(Bucket bucket) {
    say(new BucketHeartbeat(bucket, clock.instant()));
  }

  public void send(Topic topic, String key, byte[] value) {
    send(new ProducerRecord<>(topic.topicName(), key, value));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
