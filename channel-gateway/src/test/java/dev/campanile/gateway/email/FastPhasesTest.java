package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.HANG_UP;
import static dev.campanile.gateway.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FastPhasesTest extends SmtpPhasesContract {

  /** More than any buffer on the way takes. */
  private static final String LARGE = "x".repeat(70).concat("\n").repeat(200_000);

  @Override
  TestSmtp patient(int port) {
    return FastSmtp.to(port);
  }

  @Override
  TestSmtp impatient(int port) {
    return FastSmtp.impatient(port);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, silence", "RCPT, silence", "DATA, silence",
    "MAIL, hang up", "RCPT, hang up", "DATA, hang up",
    "MAIL, 999999", "RCPT, nonsense", "DATA, 250 this is no answer to DATA"
  })
  void beforeTheFinalDotNothingIsInDoubt(String step, String reply) throws Exception {
    for (ScriptedSmtp server : new ScriptedSmtp[] {ScriptedSmtp.pipelining(), new ScriptedSmtp()}) {
      try (server;
          var smtp = FastSmtp.impatient(server.at(step, reply).port())) {
        assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      }
      assertThat(server.taken()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SILENCE, HANG_UP, "354 out of turn", "nonsense"})
  void afterTheFinalDotOnlyAnAnswerIsOne(String reply) throws Exception {
    for (ScriptedSmtp server : new ScriptedSmtp[] {ScriptedSmtp.pipelining(), new ScriptedSmtp()}) {
      try (server;
          var smtp = FastSmtp.impatient(server.at(".", reply).port())) {
        assertThat(send(smtp)).isInstanceOf(InDoubt.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SILENCE, HANG_UP})
  void aMailThatBreaksOffBeforeItsFinalDotIsNotInDoubt(String what) throws Exception {
    try (var server = ScriptedSmtp.pipelining().at("BODY", what);
        var smtp = FastSmtp.timed(server.port())) {
      long began = System.nanoTime();

      assertThat(smtp.adapter().deliver(TestMails.saying(LARGE))).isInstanceOf(RefusedForNow.class);

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(smtp.adapter().timeout());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO", "MAIL", "RCPT", "DATA", "."})
  void neverTakesLongerThanItSays(String step) throws Exception {
    try (var server = ScriptedSmtp.pipelining().at(step, SILENCE);
        var smtp = FastSmtp.timed(server.port())) {
      long began = System.nanoTime();

      smtp.adapter()
          .deliver(TestMails.toEach("a@customers.example", "b@customers.example"))
          .forEach(answer -> assertThat(answer).isNotNull());

      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(smtp.adapter().timeout());
    }
  }
}
