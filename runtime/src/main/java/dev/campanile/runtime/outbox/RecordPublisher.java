package dev.campanile.runtime.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.Bucket;
import dev.campanile.contracts.Envelope;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sends outbox rows to Kafka and says which ones it has. Each relay has one of its own: a single
 * message queues behind no campaign's batches on their way to a broker.
 */
@Dependent
class RecordPublisher {

  private static final Logger LOG = Logger.getLogger(RecordPublisher.class);

  private final KafkaProducer<String, byte[]> producer;
  private final byte[] source;

  RecordPublisher(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String application,
      InjectionPoint relay) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                application + "-" + relay.getBean().getBeanClass().getSimpleName(),
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.ENABLE_METRICS_PUSH_CONFIG,
                false,
                // Together less than what is left of the relay's lease when the last row is begun.
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                2_000,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                3_000,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                6_000),
            new StringSerializer(),
            new ByteArraySerializer());
    source = ("campanile/" + application).getBytes(UTF_8);
  }

  /**
   * @param sendUntil a {@link System#nanoTime()}: no row is begun later
   * @return the rows Kafka has; after the first failure of a bucket none of its later rows, so that
   *     its order holds
   */
  List<OutboxRow> publish(List<OutboxRow> rows, long sendUntil) {
    return arrived(begin(rows, sendUntil));
  }

  /** Of rows that were begun, those that Kafka has, as {@link #publish} answers them. */
  List<OutboxRow> arrived(List<InFlight> sent) {
    List<OutboxRow> published = new ArrayList<>();
    Set<Integer> broken = new HashSet<>();
    for (InFlight inFlight : sent) {
      if (inFlight.arrived() && !broken.contains(inFlight.row().bucket())) {
        published.add(inFlight.row());
      } else {
        broken.add(inFlight.row().bucket());
      }
    }
    return published;
  }

  /**
   * Waits for no answer. Stops at the first row that could not even be begun: the next would wait
   * as long.
   */
  List<InFlight> begin(List<OutboxRow> rows, long sendUntil) {
    List<InFlight> sent = new ArrayList<>(rows.size());
    for (OutboxRow row : rows) {
      if (System.nanoTime() - sendUntil >= 0) {
        break;
      }
      try {
        InFlight inFlight = send(row);
        sent.add(inFlight);
        if (inFlight.failedAtOnce()) {
          break;
        }
      } catch (KafkaException e) {
        LOG.warnf("Kafka is not there for %s: %s", row.topic(), e);
        break;
      }
    }
    return sent;
  }

  private InFlight send(OutboxRow row) {
    int partitions = producer.partitionsFor(row.topic()).size();
    int partition = new Bucket(row.bucket()).partition(partitions);
    List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(row.keys().length);
    for (int i = 0; i < row.keys().length; i++) {
      var outgoing = new ProducerRecord<>(row.topic(), partition, row.keys()[i], row.values()[i]);
      header(outgoing, Envelope.SPEC_VERSION, "1.0");
      header(outgoing, Envelope.ID, row.id() + "-" + i);
      header(outgoing, Envelope.TYPE, Envelope.typeOf(row.topic()));
      outgoing.headers().add(Envelope.SOURCE, source);
      header(outgoing, Envelope.TIME, row.createdAt().toString());
      header(outgoing, Envelope.SEQUENCE, Long.toString(row.seq()));
      row.headers().forEach((name, value) -> header(outgoing, name, value));
      Future<RecordMetadata> acknowledgement = producer.send(outgoing);
      acknowledgements.add(acknowledgement);
      if (hasFailed(acknowledgement)) {
        break;
      }
    }
    return new InFlight(row, acknowledgements);
  }

  /** A client that has waited in vain says so in the future, and would wait again. */
  private static boolean hasFailed(Future<RecordMetadata> acknowledgement) {
    return acknowledgement.isDone() && acknowledgement.state() == Future.State.FAILED;
  }

  private static void header(ProducerRecord<String, byte[]> outgoing, String name, String value) {
    outgoing.headers().add(name, value.getBytes(UTF_8));
  }

  @PreDestroy
  void close() {
    producer.close();
  }

  record InFlight(OutboxRow row, List<Future<RecordMetadata>> acknowledgements) {

    private boolean failedAtOnce() {
      return hasFailed(acknowledgements.getLast());
    }

    private boolean arrived() {
      try {
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
          acknowledgement.get();
        }
        return true;
      } catch (ExecutionException e) {
        LOG.warnf(
            "Kafka refused bucket %d seq %d of %s: %s",
            row.bucket(), row.seq(), row.topic(), e.getCause());
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }
}
