package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.HANG_UP;
import static dev.campanile.gateway.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.campanile.contracts.Brand;
import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.InDoubt;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.channel.Rendered;
import dev.campanile.rendering.Body;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpPhasesTest {

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO"})
  void aServerThatFallsSilentBeforeTheMailCertainlyHasNothing(String step) throws Exception {
    try (var server = new ScriptedSmtp().at(step, SILENCE);
        var smtp = TestSmtp.impatient(server.port())) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
    }
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
        var smtp = TestSmtp.impatient(server.port())) {
      assertThat(send(smtp)).isInstanceOf(InDoubt.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CONNECT, 554 5.7.1 you are on a list",
    "CONNECT, 421 4.3.2 too busy",
    "EHLO, 550 5.7.1 go away",
    "MAIL, 451 4.3.0 out of order",
    "MAIL, 550 5.7.1 your domain is blocked",
    "RCPT, 452 4.2.2 mailbox full for now",
    "RCPT, 550 5.7.26 not authenticated",
    "., 451 4.7.1 try again",
    "., 554 5.7.1 looks like spam",
    "., 554 5.3.4 too big for us"
  })
  void aRefusalForNowIsNeverABounce(String step, String reply) throws Exception {
    try (var server = new ScriptedSmtp().at(step, reply).at("HELO", reply);
        var smtp = TestSmtp.to("127.0.0.1", server.port())) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 unknown, 5.1.1, Suppress",
    "RCPT, 550-5.1.1 no such, 5.1.1, Suppress",
    "RCPT, 550 5.1.10 null MX, 5.1.10, Suppress",
    "RCPT, 550 5.1.2 no such domain, 5.1.2, Suppress",
    "RCPT, 550 5.2.1 disabled, 5.2.1, Suppress",
    "., 550 5.1.1 unknown after all, 5.1.1, Suppress",
    "RCPT, 552 5.2.2 full, 5.2.2, Nothing",
    "RCPT, 550 no, 550, Nothing",
    "., 554 5.6.0 bad content, 5.6.0, Nothing",
    "MAIL, 550 5.1.8 bad sender, 5.1.8, Nothing"
  })
  void aRefusalForGoodSaysWhetherTheAddressIsGone(
      String step, String reply, String code, String finding) throws Exception {
    String whole = reply.startsWith("550-") ? reply + "\r\n550 5.1.1 user" : reply;
    try (var server = new ScriptedSmtp().at(step, whole);
        var smtp = TestSmtp.to("127.0.0.1", server.port())) {
      assertThat(send(smtp))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.PROVIDER_REJECTED);
                assertThat(refused.code()).isEqualTo(code);
                assertThat(refused.address().getClass().getSimpleName()).isEqualTo(finding);
              });
    }
  }

  @Test
  void whatWasTakenBackNeverGoesOutLater() throws Exception {
    try (var server = new ScriptedSmtp().at(".", SILENCE);
        var smtp = TestSmtp.withOneConnection(server.port())) {
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
        var smtp = TestSmtp.withAConnectionForEachMail(server.port());
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
        var smtp = TestSmtp.withOneConnection(server.port())) {
      assertThat(send(smtp)).isInstanceOf(Accepted.class);
      server.at("RSET", HANG_UP);
      assertThat(send(smtp)).isInstanceOfAny(Accepted.class, RefusedForNow.class);
    }
  }

  private static HandOff send(TestSmtp smtp) {
    return smtp.adapter()
        .deliver(
            new Rendered(
                new MessageId(UUID.randomUUID()),
                1,
                Category.SERVICE,
                new Brand("v", "V", "V <v@verde.example>", null, null, null),
                "ana@customers.example",
                new Body.Email("s", "<p>h</p>", "t", null)));
  }
}
