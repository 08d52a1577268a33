package dev.campanile.local.mail;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A refusal as SMTP writes it: {@code 550 5.1.1 No such user}. */
public record SmtpReply(int code, String text) {
  private static final Pattern REFUSAL = Pattern.compile("([45]\\d\\d) (.+)");

  @JsonCreator
  public static SmtpReply parse(String reply) {
    Matcher matcher = REFUSAL.matcher(reply);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "an SMTP refusal is like \"550 5.1.1 No such user\", not \"" + reply + "\"");
    }
    return new SmtpReply(Integer.parseInt(matcher.group(1)), matcher.group(2));
  }

  @JsonValue
  @Override
  public String toString() {
    return code + " " + text;
  }
}
