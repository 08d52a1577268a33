package dev.campanile.gateway.email;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import java.util.ArrayList;
import java.util.List;

/** The headers of one mail. */
final class MailHeaders {

  static final String MESSAGE = "X-Campanile-Message";

  /** For filters: the subject says it to people. */
  static final String TEST = "X-Campanile-Test";

  private static final HeaderValue ONE_CLICK = HeaderValue.of("List-Unsubscribe=One-Click");
  private static final HeaderValue TRUE = HeaderValue.of("true");

  private final List<HeaderField> fields = new ArrayList<>(12);

  private MailHeaders() {}

  /** The same message has the same Message-ID in every attempt, so that a second copy is known. */
  static List<HeaderField> of(Rendered message, Body.Email email, Sender from, Mailbox to) {
    MailHeaders mail = new MailHeaders();
    mail.set("Message-ID", HeaderValue.of(messageId(message.messageId(), from.mailbox())));
    mail.set("From", from.header());
    mail.set("To", to.header());
    mail.set("Subject", HeaderValue.of(email.subject()));
    HeaderValue replyTo = from.replyTo();
    if (replyTo != null) {
      mail.set("Reply-To", replyTo);
    }
    if (email.unsubscribeUrl() != null) {
      mail.offerUnsubscribe(email.unsubscribeUrl(), from.replyAddress());
    }
    mail.set(MESSAGE, HeaderValue.of(message.messageId().toString()));
    if (message.test()) {
      mail.set(TEST, TRUE);
    }
    return mail.fields;
  }

  static String messageId(MessageId id, Mailbox from) {
    return "<" + id + "@" + from.domain() + ">";
  }

  /** RFC 2369 and, for the one click, RFC 8058. */
  private void offerUnsubscribe(String url, String mailbox) {
    set(
        "List-Unsubscribe",
        HeaderValue.of(
            "<" + url + ">, <mailto:" + mailbox + "?subject=unsubscribe%20" + token(url) + ">"));
    set("List-Unsubscribe-Post", ONE_CLICK);
  }

  /** The last part of the path. */
  private static String token(String url) {
    int end = url.length();
    int query = url.indexOf('?');
    int fragment = url.indexOf('#');
    end = query < 0 ? end : query;
    end = fragment < 0 ? end : Math.min(end, fragment);
    return url.substring(url.lastIndexOf('/', end - 1) + 1, end);
  }

  private void set(String name, HeaderValue value) {
    fields.add(new HeaderField(name, value));
  }
}
