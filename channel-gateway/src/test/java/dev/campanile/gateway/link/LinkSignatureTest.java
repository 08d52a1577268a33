package dev.campanile.gateway.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class LinkSignatureTest {

  private static final String SECRET = "a secret of thirty-two characters";
  private static final String FORMER = "another secret, as long as the first";

  private final LinkSignature signature =
      new LinkSignature(new LinkKeys(SECRET, "2", Optional.of(List.of("1:" + FORMER))));

  /** Links in mails that are out already must go on working. */
  @Test
  void isTheHmacOfPurposeAndWhatIsSaid() throws Exception {
    for (int i = 0; i < 3; i++) {
      byte[] said = {1, 2, (byte) i};
      byte[] expected = hmac("click|7|", said);

      assertThat(signature.sign("click|7", said, 10)).isEqualTo(Arrays.copyOf(expected, 10));
      assertThat(signature.isOurs("1", "click|7", said, new byte[10], 10)).isFalse();
      assertThat(signature.isOurs("2", "click|7", said, expected, 32)).isTrue();
    }
  }

  @Test
  void threadsDoNotMixWhatTheySign() {
    List<byte[]> alone =
        IntStream.range(0, 1_000).mapToObj(i -> signature.sign("p" + i, bytes(i), 16)).toList();

    List<byte[]> together =
        IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(i -> signature.sign("p" + i, bytes(i), 16))
            .toList();

    assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
  }

  private static byte[] bytes(int i) {
    return Integer.toString(i).getBytes(UTF_8);
  }

  private static byte[] hmac(String purpose, byte[] said) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    mac.update(purpose.getBytes(UTF_8));
    return mac.doFinal(said);
  }
}
