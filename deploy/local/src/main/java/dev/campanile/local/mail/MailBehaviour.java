package dev.campanile.local.mail;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the mail server behaves. What is left out of the JSON is the normal behaviour.
 *
 * @param rejectRecipients the refusal of each named recipient
 * @param stall where the server falls silent until the behaviour changes
 * @param drop where the server closes the connection without an answer
 * @param delayMillis how long it waits before it acknowledges a mail
 * @param sink keep only the recipients of a mail, not the mail
 */
public record MailBehaviour(
    Map<String, SmtpReply> rejectRecipients,
    Phase stall,
    Phase drop,
    int delayMillis,
    boolean sink) {

  public static final MailBehaviour NORMAL =
      new MailBehaviour(Map.of(), Phase.NONE, Phase.NONE, 0, false);

  public MailBehaviour(
      @Nullable Map<String, SmtpReply> rejectRecipients,
      @Nullable Phase stall,
      @Nullable Phase drop,
      int delayMillis,
      boolean sink) {
    this.rejectRecipients = lowerCase(requireNonNullElse(rejectRecipients, Map.of()));
    this.stall = requireNonNullElse(stall, Phase.NONE);
    this.drop = requireNonNullElse(drop, Phase.NONE);
    this.delayMillis = delayMillis;
    this.sink = sink;
  }

  Optional<SmtpReply> refusalOf(String recipient) {
    return Optional.ofNullable(rejectRecipients.get(recipient.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, SmtpReply> lowerCase(Map<String, SmtpReply> refusals) {
    Map<String, SmtpReply> byLowerCase = new LinkedHashMap<>();
    refusals.forEach(
        (recipient, reply) -> byLowerCase.put(recipient.toLowerCase(Locale.ROOT), reply));
    return byLowerCase;
  }
}
