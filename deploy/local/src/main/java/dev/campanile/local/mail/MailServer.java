package dev.campanile.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** An SMTP server on 127.0.0.1 that delivers nothing: it keeps each accepted mail in its store. */
public final class MailServer implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 500;
  private static final int BACKLOG = 500;

  private final MailStore store = new MailStore();
  private final BehaviourSwitch behaviours = new BehaviourSwitch();
  private final InstantSource clock;
  private final SMTPServer server;

  private MailServer(InetAddress address, int port, InstantSource clock) {
    this.clock = clock;
    this.server =
        SMTPServer.port(port)
            .bindAddress(address)
            .backlog(BACKLOG)
            .hostName("localhost")
            .softwareName("Campanile local mail server")
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .maxConnections(MAX_CONNECTIONS)
            // Senders keep idle connections; hanging up on them early would look like a fault.
            .connectionTimeout(5, TimeUnit.MINUTES)
            .messageHandlerFactory(this::transaction)
            .build();
  }

  /** Listens on the port; 0 takes any free one. */
  public static MailServer start(int port, InstantSource clock) throws IOException {
    MailServer mail = new MailServer(InetAddress.ofLiteral("127.0.0.1"), port, clock);
    try {
      mail.server.start();
    } catch (RuntimeException e) {
      throw new IOException("The mail server cannot listen on port " + port + ".", e);
    }
    return mail;
  }

  /** Receives nothing: mails go to another server. */
  public static MailServer outOfReach(InstantSource clock) {
    return new MailServer(InetAddress.getLoopbackAddress(), 0, clock);
  }

  private MessageHandler transaction(MessageContext context) {
    return new MailTransaction(
        store,
        behaviours,
        clock,
        () -> {
          if (context instanceof Session session) {
            session.closeSocket();
          }
        });
  }

  public int port() {
    return server.getPortAllocated() == 0 ? server.getPort() : server.getPortAllocated();
  }

  public MailStore store() {
    return store;
  }

  public MailBehaviour behaviour() {
    return behaviours.current();
  }

  /** Takes effect at once, also for mails that are being handed over. */
  public void behave(MailBehaviour behaviour) {
    behaviours.turnTo(behaviour);
  }

  @Override
  public void close() {
    behaviours.close();
    server.stop();
  }
}
