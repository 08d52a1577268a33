package dev.campanile.gateway.email;

import dev.campanile.gateway.email.smtp.SmtpSender;
import dev.campanile.gateway.email.smtp.SmtpSettings;
import dev.campanile.gateway.email.smtp.SmtpSettings.Encryption;
import dev.campanile.gateway.email.smtp.SmtpSettings.Login;
import dev.campanile.gateway.email.smtp.SmtpSettings.Tls;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** An adapter with our own client. */
final class FastSmtp implements TestSmtp {

  static final Instant NOW = Instant.parse("2026-11-21T09:30:15Z");

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(1200);

  private final FastTransport transport;
  private final EmailAdapter adapter;

  private FastSmtp(SmtpSettings settings) {
    transport = new FastTransport(new SmtpSender(settings), new MailComposer(() -> NOW, null));
    adapter = new EmailAdapter(transport, new Patience(settings.timeout()), settings.connections());
  }

  static FastSmtp to(String host, int port) {
    return new FastSmtp(settings(host, port, plain(), null, PATIENT, 4, 0));
  }

  static FastSmtp to(int port) {
    return to("127.0.0.1", port);
  }

  static FastSmtp impatient(int port) {
    return new FastSmtp(settings("127.0.0.1", port, plain(), null, IMPATIENT, 4, 0));
  }

  /**
   * Impatient for tests that hold it to its time: what is left of it at the end must suffice to
   * wake up.
   */
  static FastSmtp timed(int port) {
    return new FastSmtp(settings("127.0.0.1", port, plain(), null, Duration.ofSeconds(3), 4, 0));
  }

  static FastSmtp withOneConnection(int port) {
    return new FastSmtp(settings("127.0.0.1", port, plain(), null, IMPATIENT, 1, 0));
  }

  static FastSmtp withMailsPerConnection(int port, int mails) {
    return new FastSmtp(settings("127.0.0.1", port, plain(), null, PATIENT, 4, mails));
  }

  static FastSmtp with(int port, Tls tls, @Nullable Login login) {
    return new FastSmtp(settings("localhost", port, tls, login, Duration.ofSeconds(5), 4, 0));
  }

  static Tls plain() {
    try {
      return new Tls(Encryption.DISABLED, SSLContext.getDefault(), true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SmtpSettings settings(
      String host,
      int port,
      Tls tls,
      @Nullable Login login,
      Duration timeout,
      int connections,
      int mails) {
    return new SmtpSettings(
        host,
        port,
        tls,
        login,
        () -> "campanile.example",
        connections,
        timeout,
        Duration.ofMinutes(5),
        mails,
        true);
  }

  @Override
  public EmailAdapter adapter() {
    return adapter;
  }

  @Override
  public void close() {
    transport.close();
  }
}
