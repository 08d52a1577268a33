package dev.campanile.local.platform;

import dev.campanile.local.http.LocalHttp;
import dev.campanile.local.kafka.LocalKafka;
import dev.campanile.local.mail.MailServer;
import dev.campanile.local.postgres.LocalPostgres;
import dev.campanile.local.simulators.SimulatorControl;
import dev.campanile.local.twilio.TwilioAccount;
import dev.campanile.local.twilio.TwilioSimulator;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** Everything the platform consists of, up and running. */
final class RunningPlatform implements AutoCloseable {
  private final Teardown teardown = new Teardown();
  private final DataDirectory data;
  private final Map<Server, Integer> ports;
  private final boolean withTwilio;
  private final InstantSource clock;

  private RunningPlatform(
      DataDirectory data, Map<Server, Integer> ports, boolean withTwilio, InstantSource clock) {
    this.data = data;
    this.ports = ports;
    this.withTwilio = withTwilio;
    this.clock = clock;
  }

  /** Takes what is to be told when all is up. */
  interface ReadyListener {
    void ready(ReadyFile addresses) throws IOException;
  }

  /**
   * Starts the servers that have a port. When one fails, what has started is stopped again; the
   * listener is called when all are up.
   *
   * @param withTwilio whether the simulators offer the provider's API
   */
  static RunningPlatform start(
      DataDirectory data,
      Map<Server, Integer> ports,
      boolean withTwilio,
      InstantSource clock,
      ReadyListener listener)
      throws IOException, InterruptedException {
    RunningPlatform platform = new RunningPlatform(data, ports, withTwilio, clock);
    try {
      listener.ready(platform.startServers());
      return platform;
    } catch (IOException | InterruptedException | RuntimeException e) {
      platform.close();
      throw e;
    }
  }

  private ReadyFile startServers() throws IOException, InterruptedException {
    FutureTask<ReadyFile.@Nullable Postgres> postgres = new FutureTask<>(this::startPostgres);
    Thread meanwhile = Thread.ofPlatform().name("postgres-start").start(postgres);
    ReadyFile.Kafka kafka;
    try {
      kafka = startKafka();
    } finally {
      // Also when Kafka fails: a server that is still coming up could not be stopped.
      meanwhile.join();
    }
    ReadyFile.@Nullable Postgres database = result(postgres);
    MailServer mail = startMail();
    ReadyFile.Smtp smtp =
        ports.containsKey(Server.SMTP) ? new ReadyFile.Smtp("127.0.0.1", mail.port()) : null;
    long pid = ProcessHandle.current().pid();
    if (!ports.containsKey(Server.SIMULATORS)) {
      return new ReadyFile(pid, database, kafka, smtp, null, null);
    }
    LocalHttp http = teardown.later(LocalHttp.start(port(Server.SIMULATORS)));
    return new ReadyFile(
        pid,
        database,
        kafka,
        smtp,
        startTwilio(http, mail),
        new ReadyFile.Simulators(http.baseUrl()));
  }

  private MailServer startMail() throws IOException {
    return ports.containsKey(Server.SMTP)
        ? teardown.later(MailServer.start(port(Server.SMTP), clock))
        : MailServer.outOfReach(clock);
  }

  private ReadyFile.@Nullable Twilio startTwilio(LocalHttp http, MailServer mail) {
    TwilioAccount account = TwilioAccount.LOCAL;
    TwilioSimulator twilio =
        teardown.later(
            withTwilio
                ? TwilioSimulator.on(http, account, clock)
                : TwilioSimulator.outOfReach(account, clock));
    new SimulatorControl(mail, twilio).addTo(http);
    return withTwilio
        ? new ReadyFile.Twilio(http.baseUrl(), account.sid(), account.authToken())
        : null;
  }

  private ReadyFile.@Nullable Postgres startPostgres() throws IOException, InterruptedException {
    if (!ports.containsKey(Server.POSTGRES)) {
      return null;
    }
    LocalPostgres postgres =
        teardown.later(
            LocalPostgres.start(data.postgres(), data.postgresLog(), port(Server.POSTGRES)));
    return new ReadyFile.Postgres(postgres.port(), postgres.databases());
  }

  private ReadyFile.@Nullable Kafka startKafka() throws IOException, InterruptedException {
    if (!ports.containsKey(Server.KAFKA)) {
      return null;
    }
    LocalKafka kafka = teardown.later(LocalKafka.start(data.kafka(), port(Server.KAFKA)));
    return new ReadyFile.Kafka(kafka.bootstrapServers());
  }

  private int port(Server server) {
    return ports.getOrDefault(server, 0);
  }

  private static <T extends @Nullable Object> T result(FutureTask<T> done)
      throws IOException, InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("PostgreSQL does not start: " + e.getCause(), e);
    }
  }

  @Override
  public void close() {
    teardown.close();
  }
}
