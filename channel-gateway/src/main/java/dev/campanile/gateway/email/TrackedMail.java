package dev.campanile.gateway.email;

import io.vertx.ext.mail.MailMessage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A mail that knows whether its hand-off has begun. The client asks for the text when it holds a
 * ready connection, and never before: until then the mail can be taken back, so that giving up
 * waiting for a connection is certain to leave nothing behind that goes out later.
 */
final class TrackedMail extends MailMessage {

  private enum Phase {
    WAITING,
    HANDED_OVER,
    TAKEN_BACK
  }

  private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.WAITING);

  @Override
  public String getText() {
    if (phase.compareAndExchange(Phase.WAITING, Phase.HANDED_OVER) == Phase.TAKEN_BACK) {
      throw new IllegalStateException("the mail was taken back");
    }
    return super.getText();
  }

  /** True when it certainly did not leave, and never will. */
  boolean takeBack() {
    return phase.compareAndExchange(Phase.WAITING, Phase.TAKEN_BACK) != Phase.HANDED_OVER;
  }
}
