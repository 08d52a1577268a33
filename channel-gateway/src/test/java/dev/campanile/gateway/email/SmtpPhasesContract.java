package dev.campanile.gateway.email;

import static dev.campanile.gateway.email.ScriptedSmtp.SILENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.Reason;
import dev.campanile.gateway.channel.HandOff;
import dev.campanile.gateway.channel.HandOff.Refused;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer of the server means, whichever transport heard it. */
abstract class SmtpPhasesContract {

  abstract TestSmtp patient(int port);

  abstract TestSmtp impatient(int port);

  @ParameterizedTest
  @ValueSource(strings = {"CONNECT", "EHLO"})
  void aServerThatFallsSilentBeforeTheMailCertainlyHasNothing(String step) throws Exception {
    try (var server = new ScriptedSmtp().at(step, SILENCE);
        var smtp = impatient(server.port())) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
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
        var smtp = patient(server.port())) {
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
        var smtp = patient(server.port())) {
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

  static HandOff send(TestSmtp smtp) {
    return smtp.adapter().deliver(TestMails.to("ana@customers.example"));
  }
}
