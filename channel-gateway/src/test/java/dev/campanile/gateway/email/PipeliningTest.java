package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.HANG_UP;
import static dev.campanile.gateway.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.SuppressionReason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.AddressFinding.Suppress;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipeliningTest {

  private static final String[] THREE = {"a@c.example", "b@c.example", "c@c.example"};
  private static final String GONE = "550 5.1.1 unknown";

  @Test
  void commandsGoOutWithTheBodyBeforeThem() throws Exception {
    try (var server = ScriptedSmtp.pipelining().answeringOnlyAtDataUntil(3);
        var smtp = FastSmtp.impatient(server.port())) {
      assertThat(deliver(smtp, THREE)).allMatch(Accepted.class::isInstance);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void withoutPipeliningEachCommandWaitsForItsAnswer() throws Exception {
    try (var server = new ScriptedSmtp().at("RCPT TO:<b@c.example>", GONE);
        var smtp = FastSmtp.to(server.port())) {
      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, Refused.class, Accepted.class));
      assertThat(server.talkedAhead()).isZero();
      assertThat(server.commands().stream().map(it -> it.split("[ :]")[0]))
          .containsExactly(
              "CONNECT", "EHLO", "MAIL", "RCPT", "DATA", ".", "MAIL", "RCPT", "RSET", "MAIL",
              "RCPT", "DATA", ".");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"503 5.5.1 no recipients", "554 5.5.1 no valid recipients"})
  void aRefusedRecipientDisturbsNobody(String answerToData) throws Exception {
    try (var server = ScriptedSmtp.pipelining().at("RCPT TO:<b@c.example>", GONE);
        var smtp = FastSmtp.to(server.port())) {
      server.afterStep("RCPT TO:<b@c.example>", "DATA", answerToData);

      assertThat(deliver(smtp, THREE))
          .satisfiesExactly(
              one -> assertThat(one).isInstanceOf(Accepted.class),
              two ->
                  assertThat(two)
                      .isInstanceOfSatisfying(
                          Refused.class,
                          refused ->
                              assertThat(refused.address())
                                  .isEqualTo(new Suppress(SuppressionReason.HARD))),
              three -> assertThat(three).isInstanceOf(Accepted.class));
      assertThat(server.mails()).hasSize(2);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 2.0.0 taken", "554 5.5.1 no valid recipients"})
  void aMailWithoutRecipientIsEndedEmptyAndNeverCounted(String answerToDot) throws Exception {
    try (var server = ScriptedSmtp.pipelining().at("RCPT TO:<b@c.example>", GONE);
        var smtp = FastSmtp.to(server.port())) {
      server.afterStep("RCPT TO:<b@c.example>", ".", answerToDot);

      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, Refused.class, Accepted.class));
      assertThat(server.mails()).hasSize(3).element(1).isEqualTo("");
    }
  }

  @Test
  void aRefusalThatWasHeardStandsWhenTheConnectionBreaksRightAfter() throws Exception {
    try (var server = ScriptedSmtp.pipelining().at("RCPT TO:<b@c.example>", GONE);
        var smtp = FastSmtp.to(server.port())) {
      server.afterStep("RCPT TO:<b@c.example>", "DATA", HANG_UP);

      assertThat(deliver(smtp, THREE))
          .satisfiesExactly(
              one -> assertThat(one).isInstanceOf(Accepted.class),
              two -> assertThat(two).isInstanceOf(Refused.class),
              three -> assertThat(three).isInstanceOf(RefusedForNow.class));
    }
  }

  @Test
  void aRefusedSenderDisturbsNobody() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      deliver(smtp, "first@c.example");
      server
          .onceAt("MAIL", "451 4.3.0 not now")
          .onceAt("RCPT", "503 5.5.1 MAIL first")
          .onceAt("DATA", "503 5.5.1 MAIL first");

      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(RefusedForNow.class, Accepted.class, Accepted.class));
    }
  }

  @Test
  void aRefusedMailIsOneAnswerAndTheNextGoesOn() throws Exception {
    try (var server = ScriptedSmtp.pipelining().onceAt(".", "554 5.6.0 bad content");
        var smtp = FastSmtp.to(server.port())) {
      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Refused.class, Accepted.class, Accepted.class));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"RCPT TO:<b@c.example>", "DATA", "."})
  void a421InTheMiddleEndsItForThoseThatFollow(String step) throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      if (step.startsWith("RCPT")) {
        server.at(step, "421 4.3.2 closing");
      } else {
        server.afterStep("RCPT TO:<b@c.example>", step, "421 4.3.2 closing");
      }

      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, RefusedForNow.class, RefusedForNow.class));
      server.forget();
      assertThat(deliver(smtp, THREE)).allMatch(Accepted.class::isInstance);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG_UP, SILENCE})
  void onlyTheMailWhoseFinalDotIsOutIsInDoubt(String what) throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.impatient(server.port())) {
      server.afterStep("RCPT TO:<b@c.example>", ".", what);

      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, InDoubt.class, RefusedForNow.class));
    }
  }

  @Test
  void repliesMayComeOctetByOctet() throws Exception {
    try (var server = ScriptedSmtp.pipelining().octetByOctet();
        var smtp = FastSmtp.to(server.port())) {
      server.at("RCPT TO:<b@c.example>", "550-5.1.1 unknown\r\n550 5.1.1 for ever");

      assertThat(deliver(smtp, THREE))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, Refused.class, Accepted.class));
    }
  }

  @Test
  void whatHasNotBegunInTimeIsCertain() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.impatient(server.port())) {
      server.slowlyAt(".", 200);

      List<HandOff> answers =
          deliver(
              smtp, IntStream.range(0, 10).mapToObj(i -> i + "@c.example").toArray(String[]::new));

      assertThat(answers.getFirst()).isInstanceOf(Accepted.class);
      assertThat(answers.getLast()).isInstanceOf(RefusedForNow.class);
      assertThat(answers).noneMatch(InDoubt.class::isInstance);
      assertThat(answers.stream().filter(Accepted.class::isInstance).count())
          .isEqualTo(server.taken());
    }
  }

  @Test
  void aMailTooLargeForTheServerIsNotOffered() throws Exception {
    try (var server = new ScriptedSmtp().at("EHLO", "250-x\r\n250-PIPELINING\r\n250 SIZE 5000");
        var smtp = FastSmtp.to(server.port())) {
      List<HandOff> answers =
          smtp.adapter()
              .deliver(
                  List.of(
                      TestMails.to("a@c.example"),
                      TestMails.saying("x".repeat(70).concat("\n").repeat(100)),
                      TestMails.to("c@c.example")));

      assertThat(answers)
          .extracting(Object::getClass)
          .isEqualTo(List.of(Accepted.class, Refused.class, Accepted.class));
      assertThat(server.commands())
          .anyMatch(it -> it.matches("MAIL FROM:<v@verde.example> SIZE=\\d+"));
    }
  }

  @Test
  void anAddressBeyondAsciiNeedsAServerThatKnowsIt() throws Exception {
    try (var old = ScriptedSmtp.pipelining();
        var server = new ScriptedSmtp().at("EHLO", "250-x\r\n250-8BITMIME\r\n250 SMTPUTF8");
        var toOld = FastSmtp.to(old.port());
        var smtp = FastSmtp.to(server.port())) {
      assertThat(deliver(toOld, "grün@c.example", "ana@grün.example"))
          .extracting(Object::getClass)
          .isEqualTo(List.of(Refused.class, Accepted.class));
      assertThat(old.commands()).contains("RCPT TO:<ana@xn--grn-ioa.example>");
      assertThat(deliver(smtp, "grün@c.example", "ana@grün.example"))
          .allMatch(Accepted.class::isInstance);
      assertThat(server.commands())
          .contains(
              "MAIL FROM:<v@verde.example> BODY=8BITMIME SMTPUTF8", "RCPT TO:<grün@c.example>")
          .contains("MAIL FROM:<v@verde.example>", "RCPT TO:<ana@xn--grn-ioa.example>");
    }
  }

  private static List<HandOff> deliver(FastSmtp smtp, String... addresses) {
    return smtp.adapter().deliver(TestMails.toEach(addresses));
  }
}
