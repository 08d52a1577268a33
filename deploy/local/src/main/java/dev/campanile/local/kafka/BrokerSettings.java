package dev.campanile.local.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** The settings of a single node that is both broker and controller, on loopback only. */
final class BrokerSettings {
  private static final String LOOPBACK = "127.0.0.1";

  private BrokerSettings() {}

  static Properties of(Path folder, int brokerPort, int controllerPort) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.listener.names", "CONTROLLER");
    // Static voters, because the port of the controller may be another after a restart.
    settings.put("controller.quorum.voters", "1@" + LOOPBACK + ":" + controllerPort);
    settings.put(
        "listeners",
        "PLAINTEXT://%s:%d,CONTROLLER://%s:%d"
            .formatted(LOOPBACK, brokerPort, LOOPBACK, controllerPort));
    settings.put("advertised.listeners", "PLAINTEXT://" + LOOPBACK + ":" + brokerPort);
    settings.put("log.dirs", folder.toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("default.replication.factor", "1");
    putForOneReplica(settings);
    putForASmallMachine(settings);
    return settings;
  }

  private static void putForOneReplica(Properties settings) {
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "8");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    settings.put("min.insync.replicas", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // After a sudden death the node waits for its own former session to end.
    settings.put("broker.session.timeout.ms", "5000");
    settings.put("broker.heartbeat.interval.ms", "1000");
  }

  private static void putForASmallMachine(Properties settings) {
    settings.put("num.network.threads", "2");
    settings.put("num.io.threads", "4");
    settings.put("num.recovery.threads.per.data.dir", "2");
    settings.put("background.threads", "2");
    settings.put("log.cleaner.threads", "1");
    settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    // Each partition maps two index files; the default of 10 MiB is for far larger logs.
    settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    settings.put("log.segment.bytes", Integer.toString(256 << 20));
  }
}
