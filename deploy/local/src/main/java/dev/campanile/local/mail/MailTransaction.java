package dev.campanile.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;

/** One mail from MAIL FROM to the answer after its final dot. */
final class MailTransaction implements MessageHandler {
  private final MailStore store;
  private final BehaviourSwitch behaviours;
  private final InstantSource clock;
  private final HangUp hangUp;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";

  /** Closes the connection under the sender's feet. */
  interface HangUp {
    void now() throws IOException;
  }

  MailTransaction(MailStore store, BehaviourSwitch behaviours, InstantSource clock, HangUp hangUp) {
    this.store = store;
    this.behaviours = behaviours;
    this.clock = clock;
    this.hangUp = hangUp;
  }

  @Override
  public void from(String from) {
    sender = from;
  }

  @Override
  public void recipient(String recipient) throws RejectException {
    misbehaveAt(Phase.BEFORE_DATA, List.of(recipient));
    Optional<SmtpReply> refusal = behaviours.current().refusalOf(recipient);
    if (refusal.isPresent()) {
      throw new RejectException(refusal.get().code(), refusal.get().text());
    }
    recipients.add(recipient);
  }

  @Override
  public String data(InputStream data) throws RejectException, IOException {
    String id = "mail-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
    if (behaviours.current().sink()) {
      data.transferTo(OutputStream.nullOutputStream());
      store.count(recipients);
    } else {
      byte[] raw = data.readAllBytes();
      store.keep(new ReceivedMail(id, sender, List.copyOf(recipients), raw, clock.instant()));
    }
    misbehaveAt(Phase.AFTER_DATA, recipients);
    delay();
    return "2.0.0 Ok: queued as " + id;
  }

  @Override
  public void done() {
    recipients.clear();
  }

  private void misbehaveAt(Phase phase, List<String> of) throws RejectException {
    try {
      behaviours.holdWhileStalledAt(phase, of);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DropConnectionException(421, "4.3.2 Shutting down");
    }
    if (behaviours.current().dropsAt(phase, of)) {
      dropConnection();
    }
  }

  private void dropConnection() throws RejectException {
    try {
      hangUp.now();
    } catch (IOException _) {
      // It is closed either way; the exception below ends the session.
    }
    throw new DropConnectionException(421, "4.4.2 Connection dropped");
  }

  private void delay() throws IOException {
    try {
      behaviours.holdForTheDelay();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Shutting down");
    }
  }
}
