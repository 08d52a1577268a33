package dev.campanile.gateway.email.smtp;

import dev.campanile.gateway.email.smtp.Delivery.Unsendable;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The mails of one call, composed one at a time, and what came of each. */
final class MailQueue {

  private static final Logger LOG = Logger.getLogger(MailQueue.class);

  private final List<? extends OutgoingMail> mails;
  private final @Nullable Delivery[] came;
  private int next;

  MailQueue(List<? extends OutgoingMail> mails) {
    this.mails = mails;
    this.came = new @Nullable Delivery[mails.size()];
  }

  /** What is not decided is still to come. */
  void startOver() {
    next = 0;
  }

  void decide(int index, Delivery delivery) {
    came[index] = delivery;
  }

  boolean isDecided(int index) {
    return came[index] != null;
  }

  /** All of them, those that were not decided as given. */
  List<Delivery> deliveries(Delivery rest) {
    Delivery[] all = new Delivery[came.length];
    for (int i = 0; i < all.length; i++) {
      Delivery one = came[i];
      all[i] = one == null ? rest : one;
    }
    return List.of(all);
  }

  /** The next that this server can take, composed into the buffer; null when there is none. */
  @Nullable Envelope compose(Extensions server, Bytes into) {
    while (next < mails.size()) {
      int index = next++;
      if (came[index] != null) {
        continue;
      }
      OutgoingMail mail = mails.get(index);
      boolean utf8 = !isAscii(mail.sender()) || !isAscii(mail.recipient());
      if (utf8 && !server.smtpUtf8()) {
        came[index] = new Unsendable("5.6.7", "the server knows no addresses beyond ASCII");
        continue;
      }
      into.clear();
      boolean eightBit;
      try {
        eightBit = mail.writeTo(into, server.eightBitMime());
      } catch (RuntimeException e) {
        // One mail that cannot be written must not take its neighbours along.
        LOG.error("a mail could not be composed", e);
        came[index] = new Unsendable("LOCAL", "could not be composed: " + e.getClass().getName());
        continue;
      }
      if (server.size() > 0 && into.length() > server.size()) {
        came[index] =
            new Unsendable("SIZE", "the server takes at most " + server.size() + " octets");
        continue;
      }
      return Envelope.of(index, mail, utf8, eightBit, into.length(), server);
    }
    return null;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
