package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.HANG_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptConnectionTest {

  private static final String[] TWO = {"a@c.example", "b@c.example"};

  @Test
  void isUsedAgain() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      assertThat(deliver(smtp, TWO)).allMatch(Accepted.class::isInstance);
      assertThat(deliver(smtp, TWO)).allMatch(Accepted.class::isInstance);

      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void closedMeanwhileIsReplacedAndNothingIsLostOrSentTwice() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      deliver(smtp, TWO);
      server.hangUp();

      assertThat(deliver(smtp, TWO)).allMatch(Accepted.class::isInstance);
      assertThat(server.taken()).isEqualTo(4);
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {HANG_UP, "421 4.4.2 idle for too long"})
  void endedAtTheFirstCommandIsReplaced(String what) throws Exception {
    for (ScriptedSmtp server : new ScriptedSmtp[] {ScriptedSmtp.pipelining(), new ScriptedSmtp()}) {
      try (server;
          var smtp = FastSmtp.to(server.port())) {
        deliver(smtp, TWO);
        server.onceAt("MAIL", what);

        assertThat(deliver(smtp, TWO)).allMatch(Accepted.class::isInstance);
        assertThat(server.taken()).isEqualTo(4);
      }
    }
  }

  @Test
  void endedAfterAnAnswerIsNotTriedAgain() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      deliver(smtp, TWO);
      server.onceAt(".", HANG_UP);

      assertThat(deliver(smtp, TWO))
          .satisfiesExactly(
              one -> assertThat(one).isInstanceOf(InDoubt.class),
              two -> assertThat(two).isInstanceOf(RefusedForNow.class));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"250 2.0.0 taken", "421 4.4.2 idle for too long"})
  void whatWasSaidUnaskedIsNoAnswerToTheNextMail(String unasked) throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      server.onceAt(".", "250 2.0.0 taken\r\n" + unasked);
      deliver(smtp, "first@c.example");
      server.at("RCPT TO:<b@c.example>", "550 5.1.1 unknown");

      assertThat(deliver(smtp, TWO))
          .satisfiesExactly(
              one -> assertThat(one).isInstanceOf(Accepted.class),
              two -> assertThat(two).isInstanceOf(Refused.class));
      assertThat(server.connections()).isEqualTo(2);
    }
  }

  @Test
  void outOfStepWithTheServerNothingIsTakenForAnAnswer() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port())) {
      server.onceAt(".", "250 2.0.0 taken\r\n250 2.0.0 taken");

      assertThat(deliver(smtp, TWO))
          .satisfiesExactly(
              one -> assertThat(one).isInstanceOf(Accepted.class),
              two -> assertThat(two).isInstanceOf(RefusedForNow.class));
      assertThat(server.taken()).isEqualTo(1);
    }
  }

  @Test
  void begunByARefusedMailIsResetForTheNext() throws Exception {
    try (var server = ScriptedSmtp.pipelining().onceAt("DATA", "451 4.3.0 not now");
        var smtp = FastSmtp.to(server.port())) {
      assertThat(deliver(smtp, "a@c.example").getFirst()).isInstanceOf(RefusedForNow.class);
      assertThat(deliver(smtp, TWO)).allMatch(Accepted.class::isInstance);

      assertThat(server.commands()).containsSubsequence("DATA", "RSET", "DATA");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void isGivenUpAfterItsNumberOfMails() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.withMailsPerConnection(server.port(), 2)) {
      assertThat(smtp.adapter().batch()).isEqualTo(2);
      deliver(smtp, TWO);
      deliver(smtp, TWO);

      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.commands()).contains("QUIT");
    }
  }

  @Test
  void thereAreNeverMoreThanAllowed() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.to(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 60).mapToObj(_ -> threads.submit(() -> deliver(smtp, TWO))).toList();
      for (var call : calls) {
        assertThat(call.get()).allMatch(Accepted.class::isInstance);
      }
      assertThat(server.connections()).isLessThanOrEqualTo(4);
      assertThat(server.taken()).isEqualTo(120);
    }
  }

  @Test
  void aMailThatWaitsInVainForOneIsNotInDoubt() throws Exception {
    try (var server = ScriptedSmtp.pipelining().at(".", ScriptedSmtp.SILENCE);
        var smtp = FastSmtp.withOneConnection(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var calls =
          IntStream.range(0, 2)
              .mapToObj(_ -> threads.submit(() -> deliver(smtp, "a@c.example").getFirst()))
              .toList();

      assertThat(List.of(calls.get(0).get(), calls.get(1).get()))
          .hasAtLeastOneElementOfType(InDoubt.class)
          .hasAtLeastOneElementOfType(RefusedForNow.class);
    }
  }

  private static List<HandOff> deliver(FastSmtp smtp, String... addresses) {
    return smtp.adapter().deliver(TestMails.toEach(addresses));
  }
}
