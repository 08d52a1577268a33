package dev.campanile.gateway.gate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long after a customer's last message the chat provider takes free text. */
public final class ChatWindow {

  /** WhatsApp's customer service window. */
  private static final Duration LENGTH = Duration.ofHours(24);

  private ChatWindow() {}

  /**
   * @param lastInbound when the customer last wrote, if ever
   */
  public static boolean isOpen(@Nullable Instant lastInbound, Instant now) {
    return lastInbound != null && now.isBefore(lastInbound.plus(LENGTH));
  }
}
