package dev.campanile.local.twilio;

import java.util.List;
import java.util.regex.Pattern;

/** What came of a customer's message: its id, and how the webhook was answered. */
public record InboundOutcome(String sid, int webhookStatus, String webhookAnswer) {
  private static final Pattern MESSAGE = Pattern.compile("<(?:Message|Body)>([^<]+)</");

  public boolean isTaken() {
    return webhookStatus >= 200 && webhookStatus < 300;
  }

  /** What the webhook told the provider to answer, in the provider's markup. */
  List<String> replies() {
    return MESSAGE
        .matcher(webhookAnswer)
        .results()
        .map(
            found ->
                found
                    .group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&apos;", "'")
                    .replace("&amp;", "&"))
        .toList();
  }
}
