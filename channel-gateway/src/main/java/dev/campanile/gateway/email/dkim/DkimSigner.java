package dev.campanile.gateway.email.dkim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Signs with relaxed/relaxed canonicalization. Costs nearly a millisecond with RSA of 2048 bits,
 * and a good half of that with Ed25519, which not every receiver knows.
 */
public final class DkimSigner {

  /** Those of them that a mail has. */
  private static final List<String> SIGNED =
      List.of(
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

  /** Named once more than they occur: a second one, put in on the way, breaks the signature. */
  private static final List<String> SEALED = List.of("from", "to", "subject");

  private final String domain;
  private final String selector;
  private final PrivateKey key;
  private final InstantSource clock;
  private final boolean rsa;

  /**
   * @param selector the public key is in DNS at {@code <selector>._domainkey.<domain>}
   */
  public DkimSigner(String domain, String selector, PrivateKey key, InstantSource clock) {
    this.domain = domain;
    this.selector = selector;
    this.key = key;
    this.clock = clock;
    this.rsa = key.getAlgorithm().equals("RSA");
  }

  /**
   * The header field to put before a mail, CRLF included.
   *
   * @param mail its lines end with CRLF, and no dot is doubled
   * @param start where its header begins
   * @param body where its body begins
   * @param end where its body ends
   */
  public String sign(byte[] mail, int start, int body, int end) {
    try {
      List<RelaxedField> fields = RelaxedField.of(mail, start, body);
      List<String> names = new ArrayList<>();
      ByteArrayOutputStream signed = new ByteArrayOutputStream(2048);
      for (String name : SIGNED) {
        // From the bottom up, as verifiers look for them (RFC 6376, 5.4.2).
        for (RelaxedField field : fields.reversed()) {
          if (field.name().equals(name)) {
            names.add(name);
            signed.writeBytes(field.line().getBytes(UTF_8));
            signed.write('\r');
            signed.write('\n');
          }
        }
      }
      names.addAll(SEALED);
      String value = value(names, RelaxedBody.hash(mail, body, end));
      signed.writeBytes(("dkim-signature:" + RelaxedField.relaxed(value)).getBytes(UTF_8));
      return "DKIM-Signature: " + value + folded(signature(signed.toByteArray())) + "\r\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with the DKIM key", e);
    }
  }

  /** Up to and with the empty signature that is signed. */
  private String value(List<String> names, byte[] bodyHash) {
    return "v=1; a="
        + (rsa ? "rsa-sha256" : "ed25519-sha256")
        + "; c=relaxed/relaxed; d="
        + domain
        + "; s="
        + selector
        + ";\r\n t="
        + clock.instant().getEpochSecond()
        + "; h="
        + String.join(":", names)
        + ";\r\n bh="
        + Base64.getEncoder().encodeToString(bodyHash)
        + ";\r\n b=";
  }

  private byte[] signature(byte[] signed) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
    signature.initSign(key);
    // RFC 8463, 3: Ed25519 signs the hash.
    signature.update(rsa ? signed : MessageDigest.getInstance("SHA-256").digest(signed));
    return signature.sign();
  }

  private static String folded(byte[] signature) {
    return Base64.getMimeEncoder(72, new byte[] {'\r', '\n', ' '}).encodeToString(signature);
  }
}
