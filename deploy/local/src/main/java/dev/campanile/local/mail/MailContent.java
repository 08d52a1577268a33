package dev.campanile.local.mail;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says. Headers are decoded and unfolded, found by name in any case, and joined by a
 * comma where one is repeated.
 *
 * @param html the HTML part, or empty
 * @param text the plain part, or empty
 */
public record MailContent(
    String messageId, String subject, Map<String, String> headers, String html, String text) {
  private static final Session NO_SESSION = Session.getInstance(new Properties());

  static MailContent parse(byte[] raw) {
    try {
      MimeMessage message = new MimeMessage(NO_SESSION, new ByteArrayInputStream(raw));
      Map<String, String> headers = headersOf(message);
      StringBuilder html = new StringBuilder();
      StringBuilder text = new StringBuilder();
      collect(message, html, text);
      return new MailContent(
          headers.getOrDefault("Message-ID", ""),
          headers.getOrDefault("Subject", ""),
          headers,
          html.toString(),
          text.toString());
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("not a mail that can be read: " + e.getMessage(), e);
    }
  }

  private static Map<String, String> headersOf(MimeMessage message)
      throws MessagingException, IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : Collections.list(message.getAllHeaders())) {
      String value = MimeUtility.decodeText(MimeUtility.unfold(header.getValue()));
      headers.merge(header.getName(), value, (first, next) -> first + ", " + next);
    }
    return Collections.unmodifiableMap(headers);
  }

  private static void collect(Part part, StringBuilder html, StringBuilder text)
      throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), html, text);
      }
    } else if (isAttachment(part.getDisposition())) {
      return;
    } else if (part.isMimeType("text/html")) {
      html.append(part.getContent());
    } else if (part.isMimeType("text/plain")) {
      text.append(part.getContent());
    }
  }

  private static boolean isAttachment(@Nullable String disposition) {
    return Part.ATTACHMENT.equalsIgnoreCase(disposition);
  }
}
