package dev.campanile.gateway.email;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.Duration;

/** An adapter with the client inside quarkus-mailer, as that would configure it. */
final class SimpleSmtp implements TestSmtp {

  private static final Duration PATIENT = Duration.ofSeconds(6);
  private static final Duration IMPATIENT = Duration.ofSeconds(3);

  private final Vertx vertx = Vertx.vertx();
  private final SmtpClient client;
  private final EmailAdapter adapter;

  private SimpleSmtp(MailConfig config, Duration timeout) {
    config.setStarttls(StartTLSOptions.DISABLED).setOwnHostname("localhost");
    client =
        new SmtpClient(
            vertx, MailClient.create(vertx, config), () -> MailClient.create(vertx, config), 3);
    adapter =
        new EmailAdapter(
            new SimpleTransport(client, timeout), new Patience(timeout), config.getMaxPoolSize());
  }

  static SimpleSmtp to(String host, int port) {
    return new SimpleSmtp(new MailConfig(host, port).setMaxPoolSize(4), PATIENT);
  }

  static SimpleSmtp impatient(int port) {
    return new SimpleSmtp(new MailConfig("127.0.0.1", port).setMaxPoolSize(4), IMPATIENT);
  }

  static SimpleSmtp withOneConnection(int port) {
    return new SimpleSmtp(new MailConfig("127.0.0.1", port).setMaxPoolSize(1), IMPATIENT);
  }

  static SimpleSmtp withAConnectionForEachMail(int port) {
    return new SimpleSmtp(
        new MailConfig("127.0.0.1", port).setMaxPoolSize(4).setKeepAlive(false), PATIENT);
  }

  @Override
  public EmailAdapter adapter() {
    return adapter;
  }

  @Override
  public void close() {
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
