package dev.campanile.local.mail;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.List;
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
 * @param stallRecipients the same for the mails of these recipients alone
 * @param dropRecipients the same for the mails of these recipients alone
 * @param delayMillis how long it waits before it acknowledges a mail
 * @param sink keep only the recipients of a mail, not the mail
 */
public record MailBehaviour(
    Map<String, SmtpReply> rejectRecipients,
    Phase stall,
    Phase drop,
    Map<String, Phase> stallRecipients,
    Map<String, Phase> dropRecipients,
    int delayMillis,
    boolean sink) {

  public static final MailBehaviour NORMAL =
      new MailBehaviour(Map.of(), Phase.NONE, Phase.NONE, Map.of(), Map.of(), 0, false);

  public MailBehaviour(
      @Nullable Map<String, SmtpReply> rejectRecipients,
      @Nullable Phase stall,
      @Nullable Phase drop,
      @Nullable Map<String, Phase> stallRecipients,
      @Nullable Map<String, Phase> dropRecipients,
      int delayMillis,
      boolean sink) {
    this.rejectRecipients = lowerCase(requireNonNullElse(rejectRecipients, Map.of()));
    this.stall = requireNonNullElse(stall, Phase.NONE);
    this.drop = requireNonNullElse(drop, Phase.NONE);
    this.stallRecipients = lowerCase(requireNonNullElse(stallRecipients, Map.of()));
    this.dropRecipients = lowerCase(requireNonNullElse(dropRecipients, Map.of()));
    this.delayMillis = delayMillis;
    this.sink = sink;
  }

  Optional<SmtpReply> refusalOf(String recipient) {
    return Optional.ofNullable(rejectRecipients.get(recipient.toLowerCase(Locale.ROOT)));
  }

  boolean stallsAt(Phase phase, List<String> recipients) {
    return stall == phase || anyAt(stallRecipients, phase, recipients);
  }

  boolean dropsAt(Phase phase, List<String> recipients) {
    return drop == phase || anyAt(dropRecipients, phase, recipients);
  }

  private static boolean anyAt(Map<String, Phase> phases, Phase phase, List<String> recipients) {
    return recipients.stream()
        .anyMatch(recipient -> phases.get(recipient.toLowerCase(Locale.ROOT)) == phase);
  }

  private static <V> Map<String, V> lowerCase(Map<String, V> values) {
    Map<String, V> byLowerCase = new LinkedHashMap<>();
    values.forEach(
        (recipient, value) -> byLowerCase.put(recipient.toLowerCase(Locale.ROOT), value));
    return byLowerCase;
  }
}
