package dev.campanile.gateway.email;

import dev.campanile.contracts.Reason;
import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.AddressFinding;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.ProviderAnswer;
import dev.campanile.gateway.email.smtp.Phase;
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

  /**
   * Any reply is definite, whenever it came: the server says itself that it did not take it.
   *
   * @param asked what it is the answer to
   * @param said the whole reply, its code included
   */
  static HandOff of(Phase asked, int reply, String said) {
    String answer = ProviderAnswer.of(said);
    String code = code(reply, said);
    if (isTransient(reply) || code.startsWith("4.")) {
      return forNow(reply, code, answer);
    }
    if (asked == Phase.OPENING || code.startsWith("5.3.") || code.startsWith("5.7.")) {
      // The provider, our account or our domain; the customer's address is as good as before.
      return new RefusedForNow(Reason.PROVIDER_UNAVAILABLE, MUCH_LATER, answer);
    }
    AddressFinding finding =
        GONE.contains(code) && isAboutTheRecipient(asked)
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

  private static boolean isTransient(int reply) {
    return reply >= 400 && reply < 500;
  }

  private static String code(int reply, String said) {
    Matcher enhanced = ENHANCED.matcher(said);
    return enhanced.find() ? enhanced.group(1) : Integer.toString(reply);
  }

  private static boolean isAboutTheRecipient(Phase asked) {
    return asked == Phase.RCPT || asked == Phase.BODY;
  }
}
