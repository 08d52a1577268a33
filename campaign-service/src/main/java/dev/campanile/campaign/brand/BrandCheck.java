package dev.campanile.campaign.brand;

import dev.campanile.runtime.http.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with a brand, field by field. */
final class BrandCheck {

  private static final String ADDRESS = "[^\\s<>@,;\"]+@[^\\s<>@,;\"]+\\.[^\\s<>@,;\"]+";
  private static final Pattern MAILBOX =
      Pattern.compile(ADDRESS + "|[^<>\\r\\n]{1,100}<" + ADDRESS + ">");
  private static final Pattern NUMBER = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern SENDER_ID =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}|\\d{3,8}");
  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s\"<>{}]{1,2000}");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");
  private static final int LONGEST = 500;

  private final List<FieldError> errors = new ArrayList<>();

  private BrandCheck() {}

  static List<FieldError> errorsIn(BrandDraft brand) {
    var check = new BrandCheck();
    check.required("/name", brand.name(), "say what the brand is called");
    check.required(
        "/postalAddress", brand.postalAddress(), "mails must name the sender's postal address");
    check.required("/emailFrom", brand.emailFrom(), "say who mails are from");
    check.form("/emailFrom", brand.emailFrom(), MAILBOX, "write Name <local@domain>");
    check.form("/replyTo", brand.replyTo(), MAILBOX, "write Name <local@domain>");
    check.form("/website", brand.website(), WEB_ADDRESS, "must begin with https:// or http://");
    check.form("/logoUrl", brand.logoUrl(), WEB_ADDRESS, "must begin with https:// or http://");
    check.form(
        "/smsFrom",
        brand.smsFrom(),
        Pattern.compile(NUMBER + "|" + SENDER_ID),
        "a number such as +390212345678, or a sender id of up to 11 letters and digits");
    check.form("/chatFrom", brand.chatFrom(), NUMBER, "a number such as +390212345678");
    check.form("/color", brand.color(), COLOR, "a colour is # and six hexadecimal digits");
    return List.copyOf(check.errors);
  }

  private void required(String pointer, @Nullable String value, String detail) {
    if (value == null || value.isBlank()) {
      errors.add(new FieldError(pointer, detail));
    } else if (value.length() > LONGEST) {
      errors.add(new FieldError(pointer, "at most " + LONGEST + " characters"));
    } else if (value.chars().anyMatch(c -> c < ' ')) {
      errors.add(new FieldError(pointer, "must be one line without control characters"));
    } else if (value.contains("{{") || value.contains("{%")) {
      errors.add(new FieldError(pointer, "is the same for everybody: no Liquid here"));
    }
  }

  private void form(String pointer, @Nullable String value, Pattern form, String detail) {
    if (value != null && !value.isBlank() && !form.matcher(value).matches()) {
      errors.add(new FieldError(pointer, detail));
    }
  }
}
