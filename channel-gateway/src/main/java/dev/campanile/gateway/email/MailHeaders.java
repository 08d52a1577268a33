package dev.campanile.gateway.email;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import io.vertx.core.MultiMap;
import java.net.URI;

/** The headers of one mail. */
final class MailHeaders {

  static final String MESSAGE = "X-Campanile-Message";

  /** For filters: the subject says it to people. */
  static final String TEST = "X-Campanile-Test";

  private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();

  private MailHeaders() {}

  /** The same message has the same Message-ID in every attempt, so that a second copy is known. */
  static MultiMap of(Rendered message, Body.Email email, Mailbox from, Mailbox to) {
    MailHeaders mail = new MailHeaders();
    mail.set("Message-ID", HeaderValue.of(messageId(message.messageId(), from)));
    mail.set("From", from.header());
    mail.set("To", to.header());
    mail.set("Subject", HeaderValue.of(email.subject()));
    Brand brand = message.brand();
    if (brand.replyTo() != null) {
      mail.set("Reply-To", Mailbox.of(brand.replyTo()).header());
    }
    if (email.unsubscribeUrl() != null) {
      mail.offerUnsubscribe(email.unsubscribeUrl(), replyAddress(brand, from));
    }
    mail.set(MESSAGE, HeaderValue.of(message.messageId().toString()));
    if (message.test()) {
      mail.set(TEST, HeaderValue.of("true"));
    }
    return mail.headers;
  }

  static String messageId(MessageId id, Mailbox from) {
    return "<" + id + "@" + from.domain() + ">";
  }

  private static String replyAddress(Brand brand, Mailbox from) {
    return brand.replyTo() == null ? from.address() : Mailbox.of(brand.replyTo()).address();
  }

  /** RFC 2369 and, for the one click, RFC 8058. */
  private void offerUnsubscribe(String url, String mailbox) {
    String path = URI.create(url).getPath();
    String token = path.substring(path.lastIndexOf('/') + 1);
    set(
        "List-Unsubscribe",
        HeaderValue.of(
            "<" + url + ">, <mailto:" + mailbox + "?subject=unsubscribe%20" + token + ">"));
    set("List-Unsubscribe-Post", HeaderValue.of("List-Unsubscribe=One-Click"));
  }

  private void set(String name, HeaderValue value) {
    headers.set(name, value.encoded());
  }
}
