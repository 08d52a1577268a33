package dev.campanile.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.contracts.Topic;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
  @TempDir static Path folder;
  private static LocalKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    kafka = start(folder.resolve("kafka"));
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  @Test
  void hasEveryTopicOfTheContractsAndItsDeadLetters() throws Exception {
    try (Admin admin = admin()) {
      assertThat(admin.listTopics().names().get())
          .contains(namesOf(Topic::topicName))
          .contains(namesOf(Topic::deadLetterName));
      assertThat(partitions(admin, Topic.MESSAGE_RECEIPTS.topicName())).isEqualTo(8);
    }
  }

  @Test
  void compactsWhatIsCompactedAndDropsTheRestInTime() throws Exception {
    try (Admin admin = admin()) {
      assertThat(setting(admin, Topic.PROFILE_CONTACTS.topicName(), "cleanup.policy"))
          .isEqualTo("compact");
      assertThat(setting(admin, Topic.PROFILE_CONTACTS.deadLetterName(), "cleanup.policy"))
          .isEqualTo("delete");
      assertThat(setting(admin, Topic.MESSAGE_RECEIPTS.topicName(), "retention.ms"))
          .isEqualTo(Long.toString(Topic.MESSAGE_RECEIPTS.retention().toMillis()));
    }
  }

  @Test
  void makesNoTopicThatIsNotInTheContracts() {
    try (var producer = producer(Map.of("max.block.ms", "500"))) {
      assertThatThrownBy(() -> producer.send(new ProducerRecord<>("misspelt", "k", "v")).get())
          .hasCauseInstanceOf(TimeoutException.class);
    }
  }

  @Test
  void recordsOutliveARestartOnOtherPorts() throws Exception {
    try (var producer = producer(Map.of("acks", "all"))) {
      producer.send(new ProducerRecord<>(Topic.RUN_CONTROLS.topicName(), "run", "paused")).get();
    }

    kafka.close();
    kafka = start(folder.resolve("kafka"));

    try (var consumer =
        new KafkaConsumer<>(
            properties(Map.of("group.id", "test", "auto.offset.reset", "earliest")),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(Topic.RUN_CONTROLS.topicName()));

      assertThat(consumer.poll(Duration.ofSeconds(10)))
          .singleElement()
          .satisfies(record -> assertThat(record.value()).isEqualTo("paused"));
    }
  }

  private static LocalKafka start(Path data) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = free.getLocalPort();
    }
    return LocalKafka.start(data, port);
  }

  private interface Naming {
    String of(Topic topic);
  }

  private static String[] namesOf(Naming naming) {
    return List.of(Topic.values()).stream().map(naming::of).toArray(String[]::new);
  }

  private static Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static KafkaProducer<String, String> producer(Map<String, String> settings) {
    return new KafkaProducer<>(
        properties(settings), new StringSerializer(), new StringSerializer());
  }

  private static Properties properties(Map<String, String> settings) {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", kafka.bootstrapServers());
    properties.putAll(settings);
    return properties;
  }

  private static int partitions(Admin admin, String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .values()
        .iterator()
        .next()
        .partitions()
        .size();
  }

  private static String setting(Admin admin, String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    return admin
        .describeConfigs(List.of(resource))
        .all()
        .get()
        .values()
        .iterator()
        .next()
        .get(name)
        .value();
  }
}
