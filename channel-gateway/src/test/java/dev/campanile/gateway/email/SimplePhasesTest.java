package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.HANG_UP;
import static dev.campanile.gateway.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplePhasesTest extends SmtpPhasesContract {

  @Override
  TestSmtp patient(int port) {
    return SimpleSmtp.to("127.0.0.1", port);
  }

  @Override
  TestSmtp impatient(int port) {
    return SimpleSmtp.impatient(port);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, silence",
    "RCPT, silence",
    "DATA, silence",
    "., silence",
    "RCPT, hang up",
    "., hang up"
  })
  void fromTheFirstCommandOnALostAnswerIsADoubt(String step, String reply) throws Exception {
    try (var server = new ScriptedSmtp().at(step, reply);
        var smtp = SimpleSmtp.impatient(server.port())) {
      assertThat(send(smtp)).isInstanceOf(InDoubt.class);
    }
  }

  @Test
  void whatWasTakenBackNeverGoesOutLater() throws Exception {
    try (var server = new ScriptedSmtp().at(".", SILENCE);
        var smtp = SimpleSmtp.withOneConnection(server.port())) {
      Thread.ofVirtual().start(() -> send(smtp));
      await().until(() -> server.taken() == 1);

      // The only connection is stuck; the second mail waits for it in vain.
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      server.at(".", "250 2.0.0 taken");
      // The third time-out in a row replaces the client.
      assertThat(send(smtp)).isInstanceOfAny(RefusedForNow.class, Accepted.class);

      assertThat(send(smtp)).isInstanceOf(Accepted.class);
      assertThat(server.commands().stream().filter(c -> c.startsWith("MAIL")).count())
          .isLessThanOrEqualTo(3);
    }
  }

  /** Many connects side by side: what the client's pool cannot do on more than one thread. */
  @Test
  void noConnectionIsEverLost() throws Exception {
    try (var server = new ScriptedSmtp();
        var smtp = SimpleSmtp.withAConnectionForEachMail(server.port());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var handOffs =
          IntStream.range(0, 60).mapToObj(_ -> threads.submit(() -> send(smtp))).toList();
      for (var handOff : handOffs) {
        assertThat(handOff.get()).isInstanceOf(Accepted.class);
      }
    }
  }

  @Test
  void aDeadPooledConnectionIsNoticedBeforeTheMail() throws Exception {
    try (var server = new ScriptedSmtp();
        var smtp = SimpleSmtp.withOneConnection(server.port())) {
      assertThat(send(smtp)).isInstanceOf(Accepted.class);
      server.at("RSET", HANG_UP);
      assertThat(send(smtp)).isInstanceOfAny(Accepted.class, RefusedForNow.class);
    }
  }
}
