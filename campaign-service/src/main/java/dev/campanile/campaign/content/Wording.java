package dev.campanile.campaign.content;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The few words that the layout says of its own, in the language of the text around them. */
record Wording(String unsubscribe, String validUntil, String code, String replyStop) {

  private static final String BUNDLE = "layout.wording";

  static Wording in(String locale) {
    var words =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.forLanguageTag(locale),
            Wording.class.getClassLoader(),
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new Wording(
        words.getString("unsubscribe"),
        words.getString("validUntil"),
        words.getString("code"),
        words.getString("replyStop"));
  }
}
