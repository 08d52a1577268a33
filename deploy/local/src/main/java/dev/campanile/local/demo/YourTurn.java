package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.Port;
import dev.campanile.local.services.Ports;
import dev.campanile.local.services.Service;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.util.List;
import java.util.Optional;

/** What a person can do next. */
final class YourTurn {
  private final Terminal terminal;
  private final Ports ports;

  YourTurn(Terminal terminal, Ports ports) {
    this.terminal = terminal;
    this.ports = ports;
  }

  /** Everything still runs. */
  void offer(JsonNode somebody, Optional<MessageFacts> withheld) {
    terminal.heading("Your turn");
    terminal.line("  See everyone's inbox and phone, answer STOP, press unsubscribe:");
    link(ports.url(Port.INBOX) + "/");
    terminal.blank();
    terminal.line("  Launch the offer once more:");
    command(
        "curl -X POST %s/v1/campaigns/weekend-offer:launch \\"
            .formatted(ports.url(Service.CAMPAIGN.port())),
        "  -H 'Authorization: Bearer %s' -H \"Idempotency-Key: again-$(date +%%s)\" \\"
            .formatted(Service.CAMPAIGN.apiKey()),
        "  -H 'Content-Type: application/json' -d '{\"repeat\":true}'");
    withheld.ifPresent(
        facts -> {
          terminal.blank();
          terminal.line("  Why did %s not get it? The trace:".formatted(Stories.name(somebody)));
          String url = "%s/v1/messages/%s".formatted(ports.url(Service.GATEWAY.port()), facts.id());
          link(url);
          command("curl -H 'Authorization: Bearer %s' %s".formatted(Service.GATEWAY.apiKey(), url));
        });
    terminal.blank();
    terminal.line("  It all goes on running until ./campanile down");
  }

  /** Everything is about to be stopped. */
  void invite() {
    terminal.heading("Your turn");
    terminal.line("  ./campanile demo --keep leaves all of it running, with a page of everyone's");
    terminal.line("  inbox and phone, where you can answer STOP, press unsubscribe and ask why.");
  }

  private void link(String url) {
    terminal.line("    " + terminal.styled(Style.CYAN, url));
  }

  private void command(String... lines) {
    for (String line : List.of(lines)) {
      terminal.line("    " + line);
    }
  }
}
