package dev.campanile.local.inbox;

import java.util.Locale;

/** A mail's HTML as the page shows it: links open beside it, the shop's lead to the demo shop. */
final class MailView {
  private static final String NEW_TAB = "<base target=\"_blank\">";

  private MailView() {}

  static String html(String html) {
    String shown = html.replace(Shop.ORIGIN + "/", "/shop/");
    int head = shown.toLowerCase(Locale.ROOT).indexOf("<head>");
    return head < 0
        ? NEW_TAB + shown
        : shown.substring(0, head + "<head>".length())
            + NEW_TAB
            + shown.substring(head + "<head>".length());
  }
}
