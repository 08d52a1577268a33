package dev.campanile.local.inbox;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail's HTML as the page shows it: links open beside it, the shop's lead to the demo shop, the
 * gateway's go through the page, which sends a tracked click on to where it leads. The picture by
 * which the gateway learns of an opening is there only when the reader has opened the mail.
 */
final class MailView {
  private static final String NEW_TAB = "<base target=\"_blank\">";
  private static final String PICTURE = "<img\\b[^>]*\\bsrc=[\"']?%s/o/[^>]*>";

  private MailView() {}

  static String html(String html, String gatewayUrl, boolean opened) {
    String readable =
        opened
            ? html.replace(gatewayUrl + "/o/", "/inbox/opens/")
            : html.replaceAll(PICTURE.formatted(Pattern.quote(gatewayUrl)), "");
    String shown =
        readable.replace(gatewayUrl + "/c/", "/inbox/clicks/").replace(Shop.ORIGIN + "/", "/shop/");
    int head = shown.toLowerCase(Locale.ROOT).indexOf("<head>");
    return head < 0
        ? NEW_TAB + shown
        : shown.substring(0, head + "<head>".length())
            + NEW_TAB
            + shown.substring(head + "<head>".length());
  }
}
