package dev.campanile.rendering;

import dev.campanile.contracts.ContentVersion;
import dev.campanile.contracts.ContentVersion.Email;
import dev.campanile.contracts.ContentVersion.Link;
import dev.campanile.contracts.ContentVersion.Projections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails as they are sent by the thousand, in the markup that layouts make. */
final class MarketingMails {

  private MarketingMails() {}

  /** Like the demo's weekend offer: one name, one link, one offer. */
  static ContentVersion weekendOffer() {
    return Contents.linked(
        new Projections(
            new Email(
                "{{ firstName | default: 'Psst' }}, we kept a weekend crate for you",
                document(
                    section("<h1>One crate. The whole market.</h1>")
                        + section(
                            "Hello {{ firstName | default: 'there' }}, at four this morning Ada"
                                + " walked the market with her torch, as her father did.")
                        + section(
                            "<strong>The weekend crate</strong> €19, code <code>BASIL19</code>,"
                                + " until Sunday 22 November")
                        + section("<a href=\"{{ links.1 }}\" target=\"_blank\">Keep my crate</a>")
                        + section("<a href=\"{{ unsubscribeUrl }}\">No more of these</a>")),
                """
                Hello {{ firstName | default: 'there' }}, at four this morning Ada walked the market.

                The weekend crate: €19 with BASIL19 until Sunday 22 November.
                Keep my crate: {{ links.1 }}

                No more of these: {{ unsubscribeUrl }}
                """),
            null,
            null),
        new Link("1", "https://basilio.example.com/crate"));
  }

  /** Four variables, a loop, five links. */
  static ContentVersion basket() {
    return Contents.linked(
        new Projections(
            new Email(
                "{{ firstName }}, your {{ city }} basket of {{ total }} waits",
                document(
                    section("<h1>Hello {{ firstName | capitalize }}</h1>")
                        + section(
                            "In {{ city }} we have kept your basket of {{ total }}"
                                + "{% if vip %}, with our thanks for your trust{% endif %}.")
                        + "{% for item in items %}"
                        + "<tr><td style=\"padding:4px 32px\">{{ item.name }}</td>"
                        + "<td align=\"right\">{{ item.price }}</td></tr>{% endfor %}"
                        + links("<p><a href=\"{{ links.%d }}\" target=\"_blank\">Shelf %d</a></p>")
                        + section("<a href=\"{{ unsubscribeUrl }}\">No more of these</a>")),
                "Hello {{ firstName | capitalize }}, in {{ city }} we have kept your basket of"
                    + " {{ total }}.\n{% for item in items %}- {{ item.name }}: {{ item.price }}\n"
                    + "{% endfor %}"
                    + links("Shelf %2$d: {{ links.%1$d }}\n")
                    + "\nNo more of these: {{ unsubscribeUrl }}\n"),
            null,
            null),
        IntStream.rangeClosed(1, 5)
            .mapToObj(n -> new Link("" + n, "https://basilio.example.com/shelf/" + n))
            .toArray(Link[]::new));
  }

  static Map<String, Object> customer() {
    return Map.of(
        "firstName",
        "ana",
        "city",
        "Reggio nell'Emilia",
        "total",
        "€42.10",
        "vip",
        true,
        "items",
        List.of(
            Map.of("name", "Blood oranges", "price", "€4.20"),
            Map.of("name", "Artichokes & basil", "price", "€7.90"),
            Map.of("name", "Olive oil", "price", 30)));
  }

  private static String links(String line) {
    return IntStream.rangeClosed(1, 5)
        .mapToObj(n -> line.formatted(n, n))
        .collect(Collectors.joining());
  }

  private static String document(String body) {
    return """
        <!doctype html>
        <html lang="en" xmlns:v="urn:schemas-microsoft-com:vml">
          <head>
            <title></title>
            <!--[if mso]><xml><o:PixelsPerInch>96</o:PixelsPerInch></xml><![endif]-->
            <style type="text/css">
              body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%%; }
              table, td { border-collapse: collapse; mso-table-lspace: 0pt; }
              a { color: #0b6e4f; }
              @media (max-width: 480px) { .headline div { font-size: 24px !important; } }
            </style>
          </head>
          <body style="word-spacing:normal;background-color:#f3f4f2">
            <div style="background-color:#f3f4f2" lang="en">
              <table align="center" border="0" cellpadding="0" role="presentation">%s</table>
            </div>
          </body>
        </html>
        """
        .formatted(body);
  }

  private static String section(String content) {
    return """
        <tr><td style="direction:ltr;font-size:0px;padding:32px 0 8px;text-align:center">
          <!--[if mso | IE]><table role="presentation" border="0"><tr><td><![endif]-->
          <div class="mj-column-per-100" style="font-size:16px;line-height:1.6;color:#2b2b2b">
        """
        + content
        + "\n    </div>\n    <!--[if mso | IE]></td></tr></table><![endif]-->\n  </td></tr>\n";
  }
}
