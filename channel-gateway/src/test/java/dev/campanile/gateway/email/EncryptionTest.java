package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.gateway.channel.HandOff.Accepted;
import dev.campanile.gateway.channel.HandOff.RefusedForNow;
import dev.campanile.gateway.email.smtp.SmtpSettings.Encryption;
import dev.campanile.gateway.email.smtp.SmtpSettings.Login;
import dev.campanile.gateway.email.smtp.SmtpSettings.Tls;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptionTest {

  private static final Login ANA = new Login("ana", "secret", false, Set.of());
  private static final String ALL =
      "250-x\r\n250-PIPELINING\r\n250-AUTH LOGIN PLAIN\r\n250 STARTTLS";

  private static SSLContext localhost;

  @BeforeAll
  static void certificate() throws Exception {
    localhost = Certificates.of("localhost");
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OPTIONAL"})
  void mailAndPasswordGoOutEncrypted(Encryption encryption) throws Exception {
    try (var server = new ScriptedSmtp().withTls(localhost).at("EHLO", ALL);
        var smtp = FastSmtp.with(server.port(), new Tls(encryption, localhost, true), ANA)) {
      assertThat(send(smtp)).isInstanceOf(Accepted.class);
      assertThat(send(smtp)).isInstanceOf(Accepted.class);

      assertThat(server.commands().subList(0, 5))
          .containsExactly(
              "CONNECT",
              "EHLO campanile.example",
              "STARTTLS",
              "EHLO campanile.example",
              "AUTH PLAIN " + base64("\0ana\0secret"));
    }
  }

  @Test
  void encryptedFromTheFirstOctet() throws Exception {
    try (var server = new ScriptedSmtp().withImplicitTls(localhost);
        var smtp =
            FastSmtp.with(server.port(), new Tls(Encryption.IMPLICIT, localhost, true), null)) {
      assertThat(send(smtp)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void nothingIsSentWhereEncryptionIsMissing() throws Exception {
    try (var server = ScriptedSmtp.pipelining();
        var smtp =
            FastSmtp.with(server.port(), new Tls(Encryption.REQUIRED, localhost, true), ANA)) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      assertThat(server.commands()).containsExactly("CONNECT", "EHLO campanile.example");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUIRED", "OPTIONAL"})
  void encryptionThatIsOfferedAndRefusedIsNotGivenUp(Encryption encryption) throws Exception {
    try (var server =
            new ScriptedSmtp().at("EHLO", ALL).at("STARTTLS", "454 4.7.0 TLS not available");
        var smtp = FastSmtp.with(server.port(), new Tls(encryption, localhost, true), null)) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      assertThat(server.commands()).doesNotContain("DATA");
    }
  }

  @Test
  void whatIsSlippedInBeforeTheEncryptionIsNotTheServersWord() throws Exception {
    try (var server =
            new ScriptedSmtp()
                .withTls(localhost)
                .at("EHLO", ALL)
                .at("STARTTLS", "220 go ahead\r\n250 slipped in");
        var smtp =
            FastSmtp.with(server.port(), new Tls(Encryption.REQUIRED, localhost, true), ANA)) {
      assertThat(send(smtp))
          .isInstanceOfSatisfying(
              RefusedForNow.class,
              refused -> assertThat(refused.answer()).contains("between STARTTLS"));
      assertThat(server.commands())
          .containsExactly("CONNECT", "EHLO campanile.example", "STARTTLS");
    }
  }

  @Test
  void aCertificateForSomebodyElseIsNone() throws Exception {
    SSLContext other = Certificates.of("other.example");
    try (var server = new ScriptedSmtp().withTls(other).at("EHLO", ALL);
        var strict = FastSmtp.with(server.port(), new Tls(Encryption.REQUIRED, other, true), null);
        var lax = FastSmtp.with(server.port(), new Tls(Encryption.REQUIRED, other, false), null)) {
      assertThat(send(strict)).isInstanceOf(RefusedForNow.class);
      assertThat(server.taken()).isZero();
      assertThat(send(lax)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void aCertificateThatNobodyKnowsIsNone() throws Exception {
    try (var server = new ScriptedSmtp().withTls(localhost).at("EHLO", ALL);
        var smtp =
            FastSmtp.with(
                server.port(), new Tls(Encryption.REQUIRED, SSLContext.getDefault(), true), null)) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      assertThat(server.taken()).isZero();
    }
  }

  @Test
  void aPasswordIsNotSentInTheClearUnlessThatWasSaid() throws Exception {
    try (var server = new ScriptedSmtp().at("EHLO", "250-x\r\n250 AUTH PLAIN");
        var optional =
            FastSmtp.with(server.port(), new Tls(Encryption.OPTIONAL, localhost, true), ANA);
        var disabled =
            FastSmtp.with(server.port(), new Tls(Encryption.DISABLED, localhost, true), ANA)) {
      assertThat(send(optional)).isInstanceOf(RefusedForNow.class);
      assertThat(server.commands()).noneMatch(it -> it.startsWith("AUTH"));
      assertThat(send(disabled)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  void logsInStepByStepWhereThatIsAllThereIs() throws Exception {
    try (var server =
            new ScriptedSmtp()
                .at("EHLO", "250-x\r\n250 AUTH=LOGIN")
                .at("AUTH", "334 VXNlcm5hbWU6")
                .at(base64("ana"), "334 UGFzc3dvcmQ6")
                .at(base64("secret"), "235 2.7.0 welcome");
        var smtp = FastSmtp.with(server.port(), FastSmtp.plain(), ANA)) {
      assertThat(send(smtp)).isInstanceOf(Accepted.class);
      assertThat(server.commands())
          .containsSubsequence("AUTH LOGIN", base64("ana"), base64("secret"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"535 5.7.8 wrong password", "454 4.7.0 not now"})
  void aLoginThatIsRefusedBlamesNoCustomer(String reply) throws Exception {
    try (var server = new ScriptedSmtp().at("EHLO", "250-x\r\n250 AUTH PLAIN").at("AUTH", reply);
        var smtp = FastSmtp.with(server.port(), FastSmtp.plain(), ANA)) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      assertThat(server.commands()).doesNotContain("DATA");
    }
  }

  @Test
  void aServerThatDemandsALoginIsToldForNow() throws Exception {
    try (var server = ScriptedSmtp.pipelining().at("MAIL", "530 5.7.0 authentication required");
        var smtp = FastSmtp.to(server.port())) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
    }
  }

  @Test
  void aLoginThatMustBeIsNotLeftOut() throws Exception {
    Login required = new Login("ana", "secret", true, Set.of());
    try (var server = ScriptedSmtp.pipelining();
        var smtp = FastSmtp.with(server.port(), FastSmtp.plain(), required)) {
      assertThat(send(smtp)).isInstanceOf(RefusedForNow.class);
      assertThat(server.commands()).doesNotContain("DATA");
    }
  }

  private static Object send(FastSmtp smtp) {
    return smtp.adapter().deliver(List.of(TestMails.to("ana@customers.example"))).getFirst();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
