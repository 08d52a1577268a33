package dev.campanile.local.cli;

import dev.campanile.local.services.Port;
import dev.campanile.local.services.RunningStack;
import dev.campanile.local.services.Service;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;

/** Where everything is, for people. */
final class Addresses {
  private Addresses() {}

  static void print(RunningStack stack, Terminal terminal) {
    terminal.blank();
    line(terminal, "inbox page", stack.url(Port.INBOX), "");
    for (Service service : Service.values()) {
      line(terminal, service.module(), stack.url(service.port()), "key " + service.apiKey());
    }
    line(terminal, "PostgreSQL", "127.0.0.1:" + stack.port(Port.POSTGRES), "");
    line(terminal, "Kafka", "127.0.0.1:" + stack.port(Port.KAFKA), "");
    line(terminal, "mail server", "127.0.0.1:" + stack.port(Port.SMTP), "");
    line(terminal, "simulators", stack.url(Port.SIMULATORS), "");
    terminal.line("  The keys are fixed, known to everyone and good for this machine only.");
  }

  private static void line(Terminal terminal, String name, String address, String note) {
    terminal.line(
        "  %-17s %s   %s"
            .formatted(name, terminal.styled(Style.CYAN, "%-24s".formatted(address)), note)
            .stripTrailing());
  }
}
