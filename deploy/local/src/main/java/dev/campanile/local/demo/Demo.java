package dev.campanile.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.services.CannotContinue;
import dev.campanile.local.services.Folders;
import dev.campanile.local.services.LocalStack;
import dev.campanile.local.services.PlatformAddresses;
import dev.campanile.local.terminal.Style;
import dev.campanile.local.terminal.Terminal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo from its start to its books. */
public final class Demo {
  /** A Saturday morning in Europe: night in the Americas, evening in Australia. */
  public static final Instant BEGINS_AT = Instant.parse("2026-11-21T10:00:00Z");

  private static final String BRAND = "basilio";
  private static final String DELIVERY = "order-out-for-delivery";
  private static final String OFFER = "weekend-offer";
  private static final Duration FOR_STOP = Duration.ofSeconds(30);

  private final Terminal terminal;
  private final Folders folders;
  private final LocalStack stack;
  private final boolean keep;
  private final Stages stages;
  private final DemoFiles files;
  private final Yourself yourself;

  /**
   * @param keep whether everything goes on running afterwards
   */
  public Demo(Terminal terminal, Folders folders, LocalStack stack, boolean keep) {
    this.terminal = terminal;
    this.folders = folders;
    this.stack = stack;
    this.keep = keep;
    this.stages = new Stages(terminal);
    this.files = new DemoFiles(folders.root());
    this.yourself = new Yourself(stack.providers());
  }

  /** Returns whether everything is accounted for. */
  public boolean run() {
    terminal.line(
        "Basilio & Daughters, grocers, have a thousand customers and two things to tell them.");
    PlatformAddresses platform =
        stages.in("start", "Starting the platform and the services", () -> stack.start(true));
    Company company = new Company(stack.ports());
    Outside outside = new Outside(platform.simulators());
    outside.approveTemplates(files.chatTemplates());

    stages.in(
        "import",
        "Importing the customers",
        () -> new Importing(terminal, company).bringIn(yourself.among(files.customers())));
    stages.in(
        "stop", "A customer writes STOP, a mailbox goes away", () -> prepare(company, outside));
    stages.in("publish", "Publishing two contents in three languages", () -> publish(company));
    Launching launching = new Launching(terminal, company, outside, yourself.confirms());
    List<SentMessage> sent = new ArrayList<>();
    sent.add(
        stages.in(
            "launch-" + DELIVERY,
            "Your order is out for delivery",
            () -> launching.launch(DELIVERY)));
    sent.add(stages.in("launch-" + OFFER, "The weekend crate", () -> launching.launch(OFFER)));
    return conclude(company, outside, sent);
  }

  private JsonNode prepare(Company company, Outside outside) {
    if (stack.providers().texts()) {
      terminal.line("  Twilio is the real one: nobody writes STOP, unless you do.");
      return yourself.speaksAs(files.brand(BRAND));
    }
    JsonNode maeve = customer(company, Cast.SAID_STOP);
    outside.sendsSms(address(maeve, "SMS"), files.brand(BRAND).path("smsFrom").asText(), "STOP");
    JsonNode after =
        Waiting.until(
            FOR_STOP, () -> customer(company, Cast.SAID_STOP), profile -> optedOut(profile, "SMS"));
    if (!optedOut(after, "SMS")) {
      throw new CannotContinue(
          "%s wrote STOP, and %d seconds later her profile does not say so."
              .formatted(Stories.name(after), FOR_STOP.toSeconds()));
    }
    terminal.done(Stories.name(after) + " answered STOP, and is opted out of SMS");
    JsonNode oliver = customer(company, Cast.MOVED_AWAY);
    outside.mailboxIsGone(address(oliver, "EMAIL"));
    terminal.done(Stories.name(oliver) + "'s mailbox is gone; nobody has noticed yet");
    return after;
  }

  private JsonNode customer(Company company, Cast one) {
    return company
        .profile(one.externalId())
        .orElseThrow(
            () -> new CannotContinue("The import brought no customer " + one.externalId() + "."));
  }

  private static String address(JsonNode profile, String channel) {
    for (JsonNode address : profile.path("addresses")) {
      if (address.path("channel").asText().equals(channel)) {
        return address.path("address").asText();
      }
    }
    throw new CannotContinue(Stories.name(profile) + " has no address for " + channel + ".");
  }

  private static boolean optedOut(JsonNode profile, String channel) {
    for (JsonNode address : profile.path("addresses")) {
      if (address.path("channel").asText().equals(channel)) {
        for (JsonNode consent : address.path("consents")) {
          if (consent.path("state").asText().equals("OPTED_OUT")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Map<String, Long> publish(Company company) {
    company.putBrand(BRAND, yourself.speaksAs(files.brand(BRAND)));
    for (String campaign : List.of(DELIVERY, OFFER)) {
      JsonNode definition = files.campaign(campaign);
      String segment = definition.path("segment").asText();
      company.putSegment(segment, files.segment(segment));
      long version = company.publish(campaign, files.content(campaign));
      company.putCampaign(campaign, definition);
      terminal.done(
          "%-24s version %d, for the %s customers of segment %s"
              .formatted(campaign, version, Words.number(company.count(segment)), segment));
    }
    return Map.of();
  }

  private boolean conclude(Company company, Outside outside, List<SentMessage> sent) {
    terminal.heading("What became of every message");
    ResultTable.lines(sent, terminal).forEach(line -> terminal.line("  " + line));
    terminal.line(
        terminal.styled(
            Style.DIM, "  Plain SMTP reports no delivery: a mail is accepted, not delivered."));
    boolean balanced = sayWhetherItBalances(sent);
    Path report = folders.home().resolve("report.json");
    DemoReport.write(report, sent, stages.times());

    terminal.heading("Four of them");
    Stories stories = new Stories(terminal, company, outside, sent);
    stories.tell();
    YourTurn yourTurn = new YourTurn(terminal, stack.ports());
    if (keep) {
      JsonNode jonas = customer(company, Cast.HAS_AN_OPEN_CASE);
      Optional<MessageFacts> withheld = stories.messageOf(jonas, sent.getLast());
      yourTurn.offer(jonas, withheld);
    } else {
      yourTurn.invite();
    }
    terminal.blank();
    terminal.line(
        terminal.styled(Style.DIM, "  The counts are in " + folders.root().relativize(report)));
    return balanced;
  }

  private boolean sayWhetherItBalances(List<SentMessage> sent) {
    terminal.blank();
    boolean balanced = true;
    for (SentMessage message : sent) {
      List<String> faults = Books.faultsIn(message, yourself.simulated());
      if (faults.isEmpty()) {
        RunCount report = message.report();
        terminal.done(
            "%s balances: %,d planned = %,d accepted + %,d deferred + %,d skipped + %,d failed + %,d unknown; %,d received"
                .formatted(
                    message.key(),
                    report.planned(),
                    report.accepted(),
                    report.deferred(),
                    report.skipped(),
                    report.failed(),
                    report.unknown() + report.uncertain(),
                    message.received().total()));
      } else {
        balanced = false;
        terminal.line(terminal.styled(Style.RED, "  ✗ " + message.key() + " does not balance:"));
        faults.forEach(fault -> terminal.line("      " + fault));
      }
    }
    return balanced;
  }
}
