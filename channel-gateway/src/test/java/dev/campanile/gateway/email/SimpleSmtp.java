package dev.campanile.gateway.email;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;

/** An adapter as quarkus-mailer would configure it. */
final class TestSmtp implements AutoCloseable {

  private static final Duration PATIENT = Duration.ofSeconds(6);
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  private final Vertx vertx = Vertx.vertx();
  private final SmtpClient client;
  private final EmailAdapter adapter;

  private TestSmtp(MailConfig config, Duration timeout) {
    config.setStarttls(StartTLSOptions.DISABLED).setOwnHostname("localhost");
    client =
        new SmtpClient(
            vertx, MailClient.create(vertx, config), () -> MailClient.create(vertx, config), 3);
    adapter = new EmailAdapter(client, new Patience(timeout), config.getMaxPoolSize());
  }

  static TestSmtp to(String host, int port) {
    return new TestSmtp(new MailConfig(host, port).setMaxPoolSize(4), PATIENT);
  }

  static TestSmtp impatient(int port) {
    return new TestSmtp(new MailConfig("127.0.0.1", port).setMaxPoolSize(4), IMPATIENT);
  }

  static TestSmtp withOneConnection(int port) {
    return new TestSmtp(new MailConfig("127.0.0.1", port).setMaxPoolSize(1), IMPATIENT);
  }

  static TestSmtp withAConnectionForEachMail(int port) {
    return new TestSmtp(
        new MailConfig("127.0.0.1", port).setMaxPoolSize(4).setKeepAlive(false), PATIENT);
  }

  EmailAdapter adapter() {
    return adapter;
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private record Patience(Duration timeout) implements EmailConfig {
    @Override
    public int timeoutsUntilRebuilt() {
      return 3;
    }
  }
}
