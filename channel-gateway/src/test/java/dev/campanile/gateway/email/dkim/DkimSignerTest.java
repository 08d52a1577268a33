package dev.campanile.gateway.email.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.PermFailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verified by somebody else's verifier. */
class DkimSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-21T09:30:15Z");
  private static final String HEADER =
      """
      Message-ID: <1@verde.example>
      From: Verde <ciao@verde.example>
      To:  ana@customers.example\s\s
      Subject: =?UTF-8?B?RWluIGdhbnogbGFuZ2VyIEJldHJlZmYsIGRlciBnZWZhbHRldA==?=
       =?UTF-8?B?IHdlcmRlbiBtdXNz?=
      \t=?UTF-8?B?IQ==?=
      Reply-To: help@verde.example
      List-Unsubscribe: <https://mail.example/u/1>, <mailto:help@verde.example?subject=unsubscribe>
      List-Unsubscribe-Post: List-Unsubscribe=One-Click
      X-Campanile-Message: 1
      Date: Sat, 21 Nov 2026 09:30:15 +0000
      MIME-Version: 1.0
      Content-Type: text/plain; charset=UTF-8
      """
          .replace("\n", "\r\n");

  private static KeyPair rsa;

  @BeforeAll
  static void key() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    rsa = generator.generateKeyPair();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain\r\n",
        "Città, grün, 🥕\r\n",
        ".\r\n..\r\n.x\r\n",
        "trailing blank lines\r\n\r\n\r\n\r\n",
        "\r\n\r\nleading ones\r\n",
        "blanks  \t inside \t \r\n   \r\nand at the end  \r\n \t \r\n"
      })
  void isVerified(String body) throws Exception {
    List<SignatureRecord> signatures = verify(signed(HEADER, body));

    assertThat(signatures).hasSize(1);
    assertThat(signatures.getFirst().getDToken()).hasToString("verde.example");
    assertThat(signatures.getFirst().getHeaders())
        .extracting(CharSequence::toString)
        .contains(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "mime-version",
            "content-type");
  }

  /** The example in RFC 6376, 3.4.4. */
  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n\r\n", " \t\r\n"})
  void anEmptyBodyHasTheHashOfNothing(String body) {
    assertThat(signed(HEADER, body)).contains("bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
  }

  @Test
  void isVerifiedAfterBlanksWereChangedOnTheWay() throws Exception {
    String mail = signed(HEADER, "one  two\r\n\r\n");

    assertThat(verify(mail.replace("one  two", "one \t two ").replace("To:  ana", "TO: ana")))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "body",
        "ana@customers.example",
        "https://mail.example/u/1",
        "List-Unsubscribe=One-Click",
        "1@verde.example"
      })
  void isNotVerifiedWhenSomethingWasChanged(String what) {
    String mail = signed(HEADER, "the body\r\n");

    assertThatThrownBy(
            () -> verify(mail.replace(what, what.replace('e', 'E').replace('a', 'o') + "x")))
        .isInstanceOf(PermFailException.class);
  }

  @Test
  void isNotVerifiedWhenASecondSubjectWasPutIn() {
    String mail = signed(HEADER, "the body\r\n");

    assertThatThrownBy(() -> verify("Subject: you have won\r\n" + mail))
        .isInstanceOf(PermFailException.class);
  }

  /** The verifier above knows RSA only; that it signs the same is known from there. */
  @Test
  void signsWithEd25519() throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String header = "From: a@b.example\r\nTo: c@d.example\r\n";

    String field =
        signature(
            new DkimSigner("b.example", "s1", pair.getPrivate(), () -> NOW), header, "hi\r\n");

    assertThat(field).contains("a=ed25519-sha256");
    String unfolded = field.strip().replaceAll("\r\n\\s+", " ");
    int b = unfolded.indexOf(" b=") + 3;
    String signed =
        "from:a@b.example\r\nto:c@d.example\r\n"
            + unfolded.substring(0, b).replace("DKIM-Signature: ", "dkim-signature:");
    Signature verifier = Signature.getInstance("Ed25519");
    verifier.initVerify(pair.getPublic());
    verifier.update(MessageDigest.getInstance("SHA-256").digest(signed.getBytes(UTF_8)));
    assertThat(verifier.verify(Base64.getMimeDecoder().decode(unfolded.substring(b)))).isTrue();
  }

  @Test
  void hasShortLines() {
    String field = signed(HEADER, "x\r\n").split(Pattern.quote("Message-ID:"), 2)[0];

    assertThat(field.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(200));
  }

  @Test
  void readsItsKeyFromPem() {
    String base64 = Base64.getMimeEncoder().encodeToString(rsa.getPrivate().getEncoded());

    assertThat(
            SigningKey.of(
                "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n"))
        .isEqualTo(rsa.getPrivate());
    assertThat(SigningKey.of(base64)).isEqualTo(rsa.getPrivate());
    assertThatThrownBy(() -> SigningKey.of("c2VjcmV0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("c2VjcmV0");
  }

  private static String signed(String header, String body) {
    return signature(
            new DkimSigner("verde.example", "s1", rsa.getPrivate(), () -> NOW), header, body)
        + header
        + "\r\n"
        + body;
  }

  private static String signature(DkimSigner signer, String header, String body) {
    byte[] mail = (header + "\r\n" + body).getBytes(UTF_8);
    int at = header.getBytes(UTF_8).length + 2;
    return signer.sign(mail, 0, at, mail.length);
  }

  private static List<SignatureRecord> verify(String mail) throws Exception {
    String key = Base64.getEncoder().encodeToString(rsa.getPublic().getEncoded());
    return new DKIMVerifier((_, selector, domain) -> List.of("v=DKIM1; k=rsa; p=" + key))
        .verify(new ByteArrayInputStream(mail.getBytes(UTF_8)));
  }
}
