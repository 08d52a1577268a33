package dev.campanile.gateway.email.smtp;

import dev.campanile.gateway.email.smtp.SmtpSettings.Encryption;
import dev.campanile.gateway.email.smtp.SmtpSettings.Tls;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jboss.logging.Logger;

/** From nothing to a connection that takes mail: greeting, EHLO, STARTTLS, AUTH. */
final class Opening {

  private static final Logger LOG = Logger.getLogger(Opening.class);

  private final SmtpSettings settings;
  private final AtomicBoolean saidInTheClear = new AtomicBoolean();

  Opening(SmtpSettings settings) {
    this.settings = settings;
  }

  SmtpConnection open(Deadline deadline, Watchdog.Guard guard) throws IOException {
    SmtpConnection connection =
        new SmtpConnection(Connecting.to(settings.host(), settings.port(), deadline, guard));
    try {
      introduce(connection);
      return connection;
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private void introduce(SmtpConnection connection) throws IOException {
    Encryption encryption = settings.tls().encryption();
    if (encryption == Encryption.IMPLICIT) {
      encrypt(connection);
    }
    expect(connection.read());
    hello(connection);
    switch (encryption) {
      case DISABLED, IMPLICIT -> {}
      case OPTIONAL, REQUIRED -> startTls(connection, encryption);
    }
    if (settings.login() != null) {
      boolean hidden = connection.isSecured() || encryption == Encryption.DISABLED;
      LoggingIn.to(connection, settings.login(), hidden);
    }
    if (!settings.pipelining()) {
      connection.extensions(connection.extensions().withoutPipelining());
    }
  }

  private void hello(SmtpConnection connection) throws IOException {
    String name = settings.ownName().get();
    Reply ehlo = connection.ask("EHLO " + name);
    if (ehlo.isPositive()) {
      connection.extensions(Extensions.of(ehlo));
    } else if (ehlo.code() >= 500) {
      // A server older than extensions has none.
      expect(connection.ask("HELO " + name));
    } else {
      throw new OpeningRefused(ehlo);
    }
  }

  private void startTls(SmtpConnection connection, Encryption encryption) throws IOException {
    if (!connection.extensions().startTls()) {
      if (encryption == Encryption.REQUIRED) {
        throw new ProtocolException("the server offers no STARTTLS, and it is required");
      }
      if (saidInTheClear.compareAndSet(false, true)) {
        LOG.warn("The mail server offers no STARTTLS, and it is optional: mail goes in the clear");
      }
      return;
    }
    expect(connection.ask("STARTTLS"));
    if (connection.hasUnasked()) {
      // What somebody on the way put there would be taken for the server's word (CVE-2011-0411).
      throw new ProtocolException("something came between STARTTLS and the encryption");
    }
    encrypt(connection);
    hello(connection);
  }

  private void encrypt(SmtpConnection connection) throws IOException {
    Tls tls = settings.tls();
    SSLSocket socket =
        (SSLSocket)
            tls.context()
                .getSocketFactory()
                .createSocket(connection.plain(), settings.host(), settings.port(), true);
    if (tls.verifyName()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
    }
    socket.startHandshake();
    connection.secured(socket);
  }

  private static void expect(Reply reply) throws OpeningRefused {
    if (!reply.isPositive()) {
      throw new OpeningRefused(reply);
    }
  }
}
