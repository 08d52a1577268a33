package dev.campanile.profile;

import dev.campanile.contracts.ContactCard;
import dev.campanile.contracts.ContactUpdate;
import dev.campanile.contracts.MalformedRecordException;
import dev.campanile.contracts.Topic;
import dev.campanile.contracts.WireFormat;
import dev.campanile.testing.TopicProbe;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The topics as the other services see them. */
@ApplicationScoped
public class Topics {

  private final String bootstrapServers;

  Topics(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public void send(Topic topic, String key, Object wireRecord) {
    sendRaw(topic, key, WireFormat.write(wireRecord));
  }

  public void sendRaw(Topic topic, String key, byte[] value) {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get(20, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  public List<ConsumerRecord<String, byte[]>> read(
      String topic, Predicate<List<ConsumerRecord<String, byte[]>>> enough) {
    return new TopicProbe(bootstrapServers).awaitOn(topic, enough);
  }

  /** The cards a profile was told of, as soon as the last of them is as expected. */
  public List<ContactCard> cards(UUID profile, Predicate<ContactCard> last) {
    return cardsOf(
        profile,
        read(
            Topic.PROFILE_CONTACTS.topicName(),
            seen -> {
              List<ContactCard> cards = cardsOf(profile, seen);
              return !cards.isEmpty() && last.test(cards.getLast());
            }));
  }

  public static <T> T parsed(ConsumerRecord<String, byte[]> seen, Class<T> type) {
    try {
      return WireFormat.read(seen.value(), type);
    } catch (MalformedRecordException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<ContactCard> cardsOf(
      UUID profile, List<ConsumerRecord<String, byte[]>> seen) {
    return seen.stream()
        .filter(one -> one.key().equals(profile.toString()))
        .map(one -> (ContactCard) parsed(one, ContactUpdate.class))
        .toList();
  }
}
