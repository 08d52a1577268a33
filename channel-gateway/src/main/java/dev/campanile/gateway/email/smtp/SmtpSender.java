package dev.campanile.gateway.email.smtp;

import dev.campanile.gateway.email.smtp.Delivery.Answered;
import dev.campanile.gateway.email.smtp.Delivery.NotSent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands mails to one server, on the calling thread, within a known time. */
public final class SmtpSender implements AutoCloseable {

  private static final Duration CLEANING = Duration.ofSeconds(5);

  /** Enough that the opening of a call costs nothing, and few enough to be done in time. */
  private static final int BATCH = 32;

  private final SmtpSettings settings;
  private final Opening opening;
  private final ConnectionPool pool;
  private final Watchdog watchdog = new Watchdog();

  public SmtpSender(SmtpSettings settings) {
    this.settings = settings;
    this.opening = new Opening(settings);
    this.pool = new ConnectionPool(settings);
    watchdog.every(CLEANING, pool::clean);
  }

  /** How many go best into one call. */
  public int batch() {
    long most = settings.mailsPerConnection();
    return most > 0 ? (int) Math.min(BATCH, most) : BATCH;
  }

  /** In order, over one connection; never throws for what a server or the network does. */
  public List<Delivery> send(List<? extends OutgoingMail> mails) {
    Deadline deadline = new Deadline(settings.timeout());
    MailQueue queue = new MailQueue(mails);
    if (!pool.enter(deadline)) {
      return queue.deliveries(new NotSent("no connection became free"));
    }
    try (Watchdog.Guard guard = watchdog.until(deadline.leftToEnd())) {
      return send(queue, deadline, guard);
    } finally {
      pool.leave();
    }
  }

  private List<Delivery> send(MailQueue queue, Deadline deadline, Watchdog.Guard guard) {
    SmtpConnection kept = pool.kept();
    if (kept != null) {
      guard.watch(kept.plain());
      Exchange exchange = new Exchange(kept, queue, deadline);
      List<Delivery> came = run(exchange, kept, guard);
      if (came != null) {
        return came;
      }
      queue.startOver();
    }
    SmtpConnection fresh;
    try {
      fresh = opening.open(deadline, guard);
    } catch (OpeningRefused e) {
      return queue.deliveries(new Answered(Phase.OPENING, e.reply()));
    } catch (IOException e) {
      return queue.deliveries(new NotSent("not connected: " + why(e, guard)));
    }
    List<Delivery> came = run(new Exchange(fresh, queue, deadline), fresh, guard);
    return came == null ? queue.deliveries(new NotSent("the connection was dead")) : came;
  }

  /** Null when the connection was dead before anything was said. */
  private @Nullable List<Delivery> run(
      Exchange exchange, SmtpConnection connection, Watchdog.Guard guard) {
    boolean usable = false;
    try {
      exchange.run();
      usable = exchange.isClean();
    } catch (IOException _) {
      // It closed right after its last answer.
    } finally {
      if (usable) {
        keep(connection, guard);
      } else {
        connection.close();
      }
    }
    if (exchange.foundItDead()) {
      return null;
    }
    IOException failure = exchange.failure();
    return exchange.deliveries(failure == null ? "" : why(failure, guard));
  }

  private void keep(SmtpConnection connection, Watchdog.Guard guard) {
    guard.close();
    connection.used(System.nanoTime());
    long most = settings.mailsPerConnection();
    if (guard.hasBitten()) {
      connection.close();
    } else if (most > 0 && connection.mails() + batch() > most) {
      connection.quit();
    } else {
      pool.keep(connection);
    }
  }

  private String why(IOException failure, Watchdog.Guard guard) {
    return guard.hasBitten()
        ? "no answer within " + settings.timeout().toSeconds() + " s"
        : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  @Override
  public void close() {
    pool.close();
    watchdog.close();
  }
}
