package dev.campanile.local.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/** A Kafka broker (KRaft) in this process, on 127.0.0.1; its records outlive a restart. */
public final class LocalKafka implements AutoCloseable {
  /** Fixed, so that a folder is always taken up again by the node that made it. */
  private static final String CLUSTER_ID = "Q2FtcGFuaWxlTG9jYWwwMQ";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private LocalKafka(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /** Starts the broker over the folder's records and creates the topics that are missing. */
  public static LocalKafka start(Path folder, int port) throws IOException, InterruptedException {
    Properties settings = BrokerSettings.of(folder, port, freePort());
    format(folder, settings);
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.apply(settings, false), Time.SYSTEM);
    LocalKafka kafka = new LocalKafka(server, "127.0.0.1:" + port);
    try {
      server.startup();
      Topics.createMissing(kafka.bootstrapServers);
      return kafka;
    } catch (IOException | RuntimeException e) {
      kafka.close();
      throw e;
    }
  }

  private static void format(Path folder, Properties settings) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolveSibling(folder.getFileName() + ".properties");
    try (OutputStream out = Files.newOutputStream(file)) {
      settings.store(out, "Written at every start.");
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int status =
        StorageTool.execute(
            new String[] {"format", "--ignore-formatted", "-t", CLUSTER_ID, "-c", file.toString()},
            new PrintStream(said, true, StandardCharsets.UTF_8));
    if (status != 0) {
      throw new IOException(
          "Kafka cannot use " + folder + ": " + said.toString(StandardCharsets.UTF_8).strip());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
