package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.gateway.channel.Rendered;
import dev.campanile.gateway.email.dkim.DkimSigner;
import dev.campanile.gateway.email.smtp.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by somebody else's parser. */
class MailComposerTest {

  private static final MailComposer COMPOSER = new MailComposer(() -> FastSmtp.NOW, null);

  @Test
  void readsAsItWasWritten() throws Exception {
    Message mail = parse(compose("Città\n.\n\nfine", "<p>grün 🥕</p>\r\n", true));

    assertThat(mail.getSubject()).isEqualTo("Il tuo ordine è in viaggio 🚚");
    assertThat(mail.getDate()).isEqualTo(java.util.Date.from(FastSmtp.NOW));
    assertThat(mail.getMimeType()).isEqualTo("multipart/alternative");
    assertThat(part(mail, 0)).isEqualTo("Città\r\n.\r\n\r\nfine");
    assertThat(part(mail, 1)).isEqualTo("<p>grün 🥕</p>");
  }

  @ParameterizedTest
  @CsvSource({
    "plain, true, 7bit",
    "plain, false, 7bit",
    "grün, true, 8bit",
    "grün, false, quoted-printable"
  })
  void saysHowItIsEncoded(String text, boolean eightBit, String encoding) {
    Bytes out = new Bytes(100);

    boolean beyondAscii = COMPOSER.compose(mail(text, "<p>h</p>"), eightBit, out);

    assertThat(text(out)).contains("Content-Transfer-Encoding: " + encoding + "\r\n");
    assertThat(beyondAscii).isEqualTo(encoding.equals("8bit"));
  }

  @Test
  void aLineTooLongForSmtpIsEncoded() throws Exception {
    String line = "x".repeat(999);

    String mail = compose(line + "\n" + "y".repeat(998), line, true);

    assertThat(mail.lines()).allSatisfy(one -> assertThat(one.length()).isLessThanOrEqualTo(998));
    assertThat(part(parse(mail), 0)).isEqualTo(line + "\r\n" + "y".repeat(998));
    assertThat(part(parse(mail), 1)).isEqualTo(line);
  }

  @Property(tries = 300)
  void anyTextReadsAsItWasWritten(
      @ForAll @StringLength(max = 300) String any, @ForAll boolean eightBit) throws Exception {
    if (!UTF_8.newEncoder().canEncode(any)) {
      return;
    }
    String mail = compose(any, any, eightBit);

    assertThat(mail.replace("\r\n", "")).doesNotContain("\r").doesNotContain("\n");
    String expected = any.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    for (int i = 0; i < 2; i++) {
      assertThat(part(parse(mail), i) + "\r\n")
          .isEqualTo(expected.endsWith("\r\n") ? expected : expected + "\r\n");
    }
    assertThat(eightBit || mail.chars().allMatch(c -> c < 0x80)).isTrue();
  }

  @Test
  void nobodyKnowsTheBoundaryBefore() {
    String one = compose("a", "b", true);

    assertThat(compose("a", "b", true)).isNotEqualTo(one);
  }

  @Test
  void aSignedMailIsVerifiedAndAscii() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var pair = generator.generateKeyPair();
    var signer = new DkimSigner("verde.example", "s1", pair.getPrivate(), () -> FastSmtp.NOW);
    Bytes out = new Bytes(100);

    assertThat(
            new MailComposer(() -> FastSmtp.NOW, signer)
                .compose(mail("grün\n.\n ", "<p>è</p> \n\n\n"), true, out))
        .isFalse();

    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    assertThat(
            new DKIMVerifier((_, _, _) -> List.of("v=DKIM1; k=rsa; p=" + key))
                .verify(new ByteArrayInputStream(out.array(), 0, out.length())))
        .hasSize(1);
  }

  private static String compose(String text, String html, boolean eightBit) {
    Bytes out = new Bytes(100);
    COMPOSER.compose(mail(text, html), eightBit, out);
    return text(out);
  }

  private static Mail mail(String text, String html) {
    var email = TestMails.body("Il tuo ordine è in viaggio 🚚", html, text, null);
    Rendered message = TestMails.to("ana@customers.example", email);
    Sender from = Sender.of(message.brand());
    Mailbox to = Mailbox.of(message.address());
    return new Mail(
        "<id>",
        from.mailbox(),
        to,
        MailHeaders.of(message, email, from, to),
        email.text(),
        email.html());
  }

  private static String text(Bytes out) {
    return new String(out.array(), 0, out.length(), UTF_8);
  }

  private static Message parse(String mail) throws IOException {
    DefaultMessageBuilder builder = new DefaultMessageBuilder();
    builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
    return builder.parseMessage(new ByteArrayInputStream(mail.getBytes(UTF_8)));
  }

  private static String part(Message mail, int index) throws IOException {
    TextBody body = (TextBody) ((Multipart) mail.getBody()).getBodyParts().get(index).getBody();
    StringWriter text = new StringWriter();
    body.getReader().transferTo(text);
    return text.toString();
  }
}
