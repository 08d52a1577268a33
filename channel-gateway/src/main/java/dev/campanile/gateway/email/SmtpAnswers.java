package dev.campanile.gateway.email;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import io.vertx.ext.mail.SMTPException;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an SMTP reply means for a message: enhanced status codes of RFC 3463 first, then the reply
 * code of RFC 5321.
 */
final class SmtpAnswers {

  static final Duration SOON = Duration.ofSeconds(10);
  static final Duration LATER = Duration.ofMinutes(1);
  static final Duration MUCH_LATER = Duration.ofMinutes(5);

  /** No such mailbox, no such domain, no mail accepted there, mailbox disabled. */
  private static final Set<String> GONE = Set.of("5.1.1", "5.1.2", "5.1.10", "5.2.1");

  private static final Pattern ENHANCED =
      Pattern.compile("^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})\\b");

  private SmtpAnswers() {}

  /** Any reply is definite, whenever it came: the server says itself that it did not take it. */
  static HandOff of(SMTPException reply) {
    String answer = ProviderAnswer.of(reply.getReplyMessage());
    String code = code(reply);
    if (reply.isTransient() || code.startsWith("4.")) {
      return forNow(reply.getReplyCode(), code, answer);
    }
    if (!aboutTheMessage(reply) || code.startsWith("5.3.") || code.startsWith("5.7.")) {
      // The provider, our account or our domain; the customer's address is as good as before.
      return new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, MUCH_LATER, answer);
    }
    AddressFinding finding =
        GONE.contains(code) && aboutTheRecipient(reply)
            ? new AddressFinding.Suppress(SuppressionReason.HARD)
            : new AddressFinding.Nothing();
    return new Refused(Reason.PROVIDER_REJECTED, code, answer, finding);
  }

  private static HandOff forNow(int reply, String code, String answer) {
    boolean serverBusy = reply == 421 || code.startsWith("4.3.");
    return serverBusy
        ? new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, LATER, answer)
        : new RefusedForNow(Reason.RETRY, LATER, answer);
  }

  private static String code(SMTPException reply) {
    Matcher enhanced = ENHANCED.matcher(String.valueOf(reply.getReplyMessage()));
    return enhanced.find() ? enhanced.group(1) : Integer.toString(reply.getReplyCode());
  }

  /** The client tells the phase only in words: all of MAIL, RCPT and DATA end like this. */
  private static boolean aboutTheMessage(SMTPException reply) {
    String phase = String.valueOf(reply.getMessage());
    return phase.startsWith("sender address not accepted")
        || phase.startsWith("DATA command not accepted")
        || aboutTheRecipient(reply);
  }

  private static boolean aboutTheRecipient(SMTPException reply) {
    String phase = String.valueOf(reply.getMessage());
    return phase.startsWith("recipient address not accepted")
        || phase.startsWith("sending data failed");
  }
}
