package dev.campanile.gateway.tracking;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.link.LinkSignature;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code <message id, day and HMAC-SHA-256><key id>[.<link id>]}: 38 characters, the rest is one or
 * two more. Of the digest 80 bits are kept, the least that RFC 2104 advises: what a forger could
 * win is one visit to an address of ours. It ends in a letter or digit, so that phones take all of
 * it for a link.
 */
@ApplicationScoped
class TrackingTokens {

  private static final int DIGEST_BYTES = 10;
  private static final int SAID_BYTES = 16 + 2;

  /** Two bytes of days reach far enough. */
  private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{38})([a-zA-Z0-9]{1,8})(?:\\.([a-zA-Z0-9]{1,40}))?");

  private final LinkSignature signature;

  TrackingTokens(LinkSignature signature) {
    this.signature = signature;
  }

  String of(Mark mark) {
    byte[] said = said(mark);
    byte[] digest = signature.sign(purpose(mark.link()), said, DIGEST_BYTES);
    byte[] all = ByteBuffer.allocate(SAID_BYTES + DIGEST_BYTES).put(said).put(digest).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all)
        + signature.currentKey()
        + (mark.isPixel() ? "" : "." + mark.link());
  }

  /** Empty when it is not one we made. */
  Optional<Mark> read(String token) {
    Matcher parts = FORM.matcher(token);
    if (!parts.matches()) {
      return Optional.empty();
    }
    ByteBuffer all = ByteBuffer.wrap(Base64.getUrlDecoder().decode(parts.group(1)));
    byte[] said = new byte[SAID_BYTES];
    byte[] given = new byte[DIGEST_BYTES];
    all.get(said).get(given);
    String link = parts.group(3) == null ? Mark.PIXEL : parts.group(3);
    return signature.isOurs(parts.group(2), purpose(link), said, given, DIGEST_BYTES)
        ? Optional.of(mark(ByteBuffer.wrap(said), link))
        : Optional.empty();
  }

  private static String purpose(String link) {
    return link.equals(Mark.PIXEL) ? "open" : "click|" + link;
  }

  private static byte[] said(Mark mark) {
    long day = mark.plannedOn().toEpochDay() - FIRST_DAY.toEpochDay();
    if (day < 0 || day > 0xffff) {
      throw new IllegalArgumentException("no message is planned on " + mark.plannedOn());
    }
    UUID id = mark.message().value();
    return ByteBuffer.allocate(SAID_BYTES)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .putShort((short) day)
        .array();
  }

  private static Mark mark(ByteBuffer said, String link) {
    MessageId message = new MessageId(new UUID(said.getLong(), said.getLong()));
    return new Mark(message, FIRST_DAY.plusDays(Short.toUnsignedInt(said.getShort())), link);
  }
}
