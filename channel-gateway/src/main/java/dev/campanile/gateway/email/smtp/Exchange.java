package dev.campanile.gateway.email.smtp;

import dev.campanile.gateway.email.smtp.Delivery.Answered;
import dev.campanile.gateway.email.smtp.Delivery.Lost;
import dev.campanile.gateway.email.smtp.Delivery.NotSent;
import dev.campanile.gateway.email.smtp.Delivery.Taken;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several mails over one connection, in order. With PIPELINING (RFC 2920) a mail's commands go out
 * together, and from the second mail on together with the body before them: one round trip a mail.
 * Without it each command waits for its answer.
 */
final class Exchange {

  private static final List<Phase> COMMANDS = List.of(Phase.MAIL, Phase.RCPT, Phase.DATA);

  private final SmtpConnection server;
  private final MailQueue mails;
  private final Deadline deadline;
  private final boolean pipelining;
  private final boolean kept;

  private @Nullable Envelope current;
  private boolean answered;
  private boolean dataOpen;
  private boolean finalDotIsOut;
  private @Nullable Reply goodBye;
  private @Nullable IOException failure;

  Exchange(SmtpConnection server, MailQueue mails, Deadline deadline) {
    this.server = server;
    this.mails = mails;
    this.deadline = deadline;
    this.pipelining = server.extensions().pipelining();
    this.kept = server.mails() > 0;
  }

  void run() {
    try {
      talk();
    } catch (IOException e) {
      failure = e;
    }
  }

  /** A kept connection that was no longer one: nothing of this call can have been taken. */
  boolean foundItDead() {
    return kept && !answered && (failure != null || goodBye != null);
  }

  /** Whether another call may use the connection. */
  boolean isClean() throws IOException {
    return failure == null && goodBye == null && !server.hasUnasked();
  }

  /**
   * @param why the connection failed, if it did
   */
  List<Delivery> deliveries(String why) {
    if (failure != null && current != null && !mails.isDecided(current.index())) {
      mails.decide(current.index(), finalDotIsOut ? new Lost(why) : new NotSent(why));
    }
    if (goodBye != null) {
      return mails.deliveries(new Answered(Phase.OPENING, goodBye));
    }
    return mails.deliveries(
        new NotSent(
            failure == null ? "its turn did not come in time" : "with an earlier mail: " + why));
  }

  @Nullable IOException failure() {
    return failure;
  }

  private void talk() throws IOException {
    Envelope next = announce();
    server.flush();
    while (next != null) {
      current = next;
      server.turnToNextMail();
      Answered refusal = envelope(next);
      if (foundItDead()) {
        return;
      }
      next = goodBye != null ? null : refusal == null ? body(next) : afterRefusal();
    }
    current = null;
  }

  /** Composes the next mail, and says so to a server that listens ahead. */
  private @Nullable Envelope announce() {
    Envelope next =
        deadline.allowsAnother() ? mails.compose(server.extensions(), server.nextMail()) : null;
    if (next != null && pipelining) {
      if (server.isMidway()) {
        server.out().line("RSET");
      }
      COMMANDS.forEach(phase -> server.out().line(next.command(phase)));
    }
    return next;
  }

  /** The first refusal among its commands, or null when the server waits for the mail. */
  private @Nullable Answered envelope(Envelope mail) throws IOException {
    if (server.isMidway()) {
      reset();
    }
    dataOpen = false;
    Answered refusal = null;
    for (Phase phase : COMMANDS) {
      if (!pipelining) {
        server.out().line(mail.command(phase));
        server.flush();
      }
      Reply reply = hear();
      dataOpen = phase == Phase.DATA && reply.code() == Reply.GO_ON;
      boolean granted = phase == Phase.DATA ? dataOpen : reply.isPositive();
      if (!granted) {
        Answered no = new Answered(phase, refused(reply));
        refusal = refusal == null ? no : refusal;
        if (!foundItDead()) {
          // Now, and not when the rest is heard: the connection may break before.
          mails.decide(mail.index(), refusal);
        }
      }
      if (goodBye != null || (refusal != null && !pipelining)) {
        break;
      }
    }
    server.midway(refusal != null && !dataOpen);
    return refusal;
  }

  private @Nullable Envelope body(Envelope mail) throws IOException {
    if (!deadline.allowsTheFinalDot()) {
      throw new SocketTimeoutException("too late for the mail itself");
    }
    server.stuff(server.mail());
    server.out().line(".");
    Envelope next = announce();
    finalDotIsOut = true;
    server.flush();
    Reply reply = hear();
    mails.decide(
        mail.index(), reply.isPositive() ? new Taken() : new Answered(Phase.BODY, refused(reply)));
    finalDotIsOut = false;
    current = null;
    return goodBye == null ? next : null;
  }

  /**
   * Where DATA was granted although the recipient was not, an empty mail must end it (RFC 2920,
   * 3.1); whatever is answered to that, nobody got anything.
   */
  private @Nullable Envelope afterRefusal() throws IOException {
    boolean toEnd = dataOpen;
    if (toEnd) {
      server.out().line(".");
    }
    Envelope next = announce();
    current = null;
    server.flush();
    if (toEnd) {
      hear();
    }
    return goodBye == null ? next : null;
  }

  private void reset() throws IOException {
    if (!pipelining) {
      server.out().line("RSET");
      server.flush();
    }
    Reply reply = hear();
    if (!reply.isPositive() && goodBye == null) {
      throw new ProtocolException("RSET was answered with " + reply.code());
    }
    server.midway(false);
  }

  private Reply hear() throws IOException {
    Reply reply = server.read();
    if (reply.isClosing()) {
      goodBye = reply;
    } else {
      answered = true;
    }
    return reply;
  }

  /** Out of step with the server nothing it says can be relied on. */
  private static Reply refused(Reply reply) throws ProtocolException {
    if (!reply.isRefusal()) {
      throw new ProtocolException("the server answered " + reply.code() + " out of turn");
    }
    return reply;
  }
}
