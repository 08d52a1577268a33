package dev.campanile.gateway.email;

import dev.campanile.gateway.email.dkim.DkimSigner;
import dev.campanile.gateway.email.smtp.Bytes;
import dev.campanile.gateway.email.smtp.PlainRun;
import dev.campanile.rendering.Utf8Text;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a mail as RFC 5322 and MIME have it: text and HTML, in UTF-8. */
final class MailComposer {

  private static final HeaderField MIME_VERSION =
      new HeaderField("MIME-Version", HeaderValue.of("1.0"));

  private final MailDate date;
  private final @Nullable DkimSigner signer;
  private final SecureRandom random = new SecureRandom();

  MailComposer(InstantSource clock, @Nullable DkimSigner signer) {
    this.date = new MailDate(clock);
    this.signer = signer;
  }

  /**
   * Appends the mail, every line ended by CRLF.
   *
   * @param eightBit octets above 127 are allowed
   * @return whether there are any
   */
  boolean compose(Mail mail, boolean eightBit, Bytes out) {
    String boundary = boundary();
    List<HeaderField> fields = new ArrayList<>(mail.headers().size() + 3);
    fields.addAll(mail.headers());
    fields.add(new HeaderField("Date", date.now()));
    fields.add(MIME_VERSION);
    fields.add(
        new HeaderField(
            "Content-Type", HeaderValue.of("multipart/alternative; boundary=\"" + boundary + '"')));
    int start = out.length();
    for (HeaderField field : fields) {
      out.add(field.name()).add(": ").line(field.value().encoded());
    }
    boolean beyondAscii = hasEightBit(out, start);
    out.line();
    int body = out.length();
    // Relays may rewrite what is not ASCII, which breaks a signature (RFC 6376, 5.3).
    boolean asItIs = eightBit && signer == null;
    beyondAscii |= part(boundary, "text/plain", mail.text(), asItIs, out);
    beyondAscii |= part(boundary, "text/html", mail.html(), asItIs, out);
    out.add("--").add(boundary).line("--");
    if (signer != null) {
      sign(signer, out, start, body);
    }
    return beyondAscii;
  }

  private static boolean part(
      String boundary, String type, Utf8Text text, boolean asItIs, Bytes out) {
    out.add("--").line(boundary);
    out.add("Content-Type: ").add(type).line("; charset=UTF-8");
    out.add("Content-Transfer-Encoding: ");
    int encoding = out.length();
    out.line("7bit").line();
    switch (TextLines.add(text.octets(), out)) {
      case ASCII -> {
        return false;
      }
      case EIGHT_BIT -> {
        if (asItIs) {
          out.set(encoding, '8');
          return true;
        }
      }
      case TO_BE_ENCODED -> {}
    }
    out.truncate(encoding);
    out.line("quoted-printable").line();
    QuotedPrintable.add(text.octets(), out);
    return false;
  }

  private static void sign(DkimSigner signer, Bytes out, int start, int body) {
    out.insert(start, signer.sign(out.array(), start, body, out.length()));
  }

  private static boolean hasEightBit(Bytes out, int start) {
    for (int i = start; i < out.length(); i++) {
      i = PlainRun.end(out.array(), i, out.length());
      if (i < out.length() && out.at(i) < 0) {
        return true;
      }
    }
    return false;
  }

  /** Nothing an author or a customer wrote can contain it: nobody knows it before. */
  private String boundary() {
    byte[] octets = new byte[12];
    random.nextBytes(octets);
    return "=_" + HexFormat.of().formatHex(octets);
  }
}
