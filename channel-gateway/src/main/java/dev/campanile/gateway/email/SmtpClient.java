package dev.campanile.gateway.email;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The mail client, kept from hanging.
 *
 * <p>It is used on one event loop only. Used from several threads, its pool lets one connect for
 * another, and a greeting that comes before the other thread listens is lost: that connection waits
 * for it for ever.
 *
 * <p>It is replaced when it is stuck: a server that falls silent keeps a pooled connection for
 * ever, and the last of them takes mail down with it.
 */
final class SmtpClient {

  private static final Logger LOG = Logger.getLogger(SmtpClient.class);

  private final Context loop;
  private final Supplier<MailClient> another;
  private final int patience;
  private volatile MailClient client;
  private @Nullable MailClient ours;
  private int timeouts;

  /**
   * @param first closed by whoever made it
   * @param another makes one that is closed here
   * @param patience so many time-outs in a row and the client is replaced
   */
  SmtpClient(Vertx vertx, MailClient first, Supplier<MailClient> another, int patience) {
    this.loop = ((VertxInternal) vertx).createEventLoopContext();
    this.client = first;
    this.another = another;
    this.patience = patience;
  }

  Future<MailResult> send(MailMessage mail) {
    Promise<MailResult> sent = Promise.promise();
    loop.runOnContext(_ -> client.sendMail(mail).onComplete(sent));
    return sent.future();
  }

  synchronized void answered() {
    timeouts = 0;
  }

  /** What waits for a connection of the replaced client fails, or is taken back in its own time. */
  synchronized void timedOut() {
    timeouts++;
    if (timeouts >= patience) {
      timeouts = 0;
      LOG.warnf("%d hand-offs in a row timed out; replacing the mail client", patience);
      MailClient fresh = another.get();
      client = fresh;
      close();
      ours = fresh;
    }
  }

  synchronized void close() {
    if (ours != null) {
      ours.close(closed -> LOG.debugf("a mail client is closed: %s", closed.succeeded()));
      ours = null;
    }
  }
}
