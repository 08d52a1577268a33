package dev.campanile.local.kafka;

import dev.campanile.contracts.Topic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the contracts, and beside each the one for its dead letters. */
final class Topics {
  private static final int PARTITIONS = 8;
  private static final short REPLICAS = 1;

  private Topics() {}

  static void createMissing(String bootstrapServers) throws IOException, InterruptedException {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      Set<String> present = admin.listTopics().names().get();
      List<NewTopic> missing =
          all().stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
    } catch (ExecutionException e) {
      throw new IOException("Kafka refuses the topics: " + e.getCause(), e);
    }
  }

  static List<NewTopic> all() {
    List<NewTopic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      String retention = Long.toString(topic.retention().toMillis());
      Map<String, String> untilRetention =
          Map.of(
              TopicConfig.CLEANUP_POLICY_CONFIG,
              TopicConfig.CLEANUP_POLICY_DELETE,
              TopicConfig.RETENTION_MS_CONFIG,
              retention);
      Map<String, String> lastOfEachKey =
          Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      topics.add(
          topic(topic.topicName()).configs(topic.compacted() ? lastOfEachKey : untilRetention));
      topics.add(topic(topic.deadLetterName()).configs(untilRetention));
    }
    return topics;
  }

  private static NewTopic topic(String name) {
    return new NewTopic(name, PARTITIONS, REPLICAS);
  }
}
