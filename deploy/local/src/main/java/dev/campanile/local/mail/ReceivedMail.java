package dev.campanile.local.mail;

import java.time.Instant;
import java.util.List;

/** An accepted mail: the envelope and the bytes as they came (RFC 5322). */
public record ReceivedMail(
    String id, String from, List<String> recipients, byte[] raw, Instant receivedAt) {

  public MailContent content() {
    return MailContent.parse(raw);
  }
}
