package dev.campanile.campaign.content;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.WireFormat;
import dev.campanile.runtime.http.FieldError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether what was compiled fits its channels. */
final class SizeCheck {

  /** Mailboxes cut a mail off at about 102 KiB, unsubscribe link and all. */
  private static final int LARGEST_HTML = 100 * 1024;

  private static final int MOST_SMS_PARTS = 6;
  private static final int LONGEST_CHAT = 1_600;

  /** Below what a Kafka record may have. */
  private static final int LARGEST_VERSION = 900 * 1024;

  private SizeCheck() {}

  static List<FieldError> findingsIn(ContentVersion version) {
    var findings = new Findings();
    new TreeMap<>(version.locales())
        .forEach(
            (locale, said) ->
                check(JsonPointer.of("locales", locale), said, version.links(), findings));
    if (WireFormat.write(version).length > LARGEST_VERSION) {
      findings.add("/locales", "too much text in too many languages: split the content");
    }
    return findings.errors();
  }

  private static void check(
      String at,
      ContentVersion.Projections said,
      List<ContentVersion.Link> links,
      Findings findings) {
    if (said.email() != null && said.email().html().getBytes(UTF_8).length > LARGEST_HTML) {
      findings.add(at + "/body", "the mail has more than 100 KiB, where mailboxes cut it off");
    }
    if (said.sms() != null) {
      var length = SmsLength.of(Destinations.spelledOut(said.sms().text(), links));
      if (length.parts() > MOST_SMS_PARTS) {
        findings.add(
            at + "/sms",
            "the SMS has "
                + length.parts()
                + " parts, at most "
                + MOST_SMS_PARTS
                + "; say it shorter here");
      }
    }
    if (said.chat() != null
        && said.chat().text() != null
        && Destinations.spelledOut(said.chat().text(), links).length() > LONGEST_CHAT) {
      findings.add(
          at + "/chat/text", "at most " + LONGEST_CHAT + " characters; say it shorter here");
    }
  }

  /** How many parts each language's SMS has before a customer's values are in. */
  static Map<String, Integer> smsParts(ContentVersion version) {
    Map<String, Integer> parts = new TreeMap<>();
    version
        .locales()
        .forEach(
            (locale, said) -> {
              if (said.sms() != null) {
                String text = Destinations.spelledOut(said.sms().text(), version.links());
                parts.put(locale, SmsLength.of(text).parts());
              }
            });
    return parts;
  }
}
