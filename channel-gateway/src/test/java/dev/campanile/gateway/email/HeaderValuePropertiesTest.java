package dev.campanile.gateway.email;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;

class HeaderValuePropertiesTest {

  @Property(tries = 500)
  void whatItEncodesReadsTheSameAndHasShortLines(
      @ForAll @StringLength(min = 1, max = 200) String text) {
    if (text.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == 0x2028 || c == 0x2029)
        || !UTF_8.newEncoder().canEncode(text)) {
      return;
    }
    String encoded = HeaderValue.of(text).encoded();

    assertThat(decoded(encoded)).isEqualTo(text);
    if (!encoded.equals(text)) {
      assertThat(encoded.lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(78));
    }
  }

  private static String decoded(String encoded) {
    if (!encoded.startsWith("=?UTF-8?B?")) {
      return encoded;
    }
    return encoded
        .lines()
        .map(String::strip)
        .map(word -> word.substring(10, word.length() - 2))
        .map(base64 -> new String(Base64.getDecoder().decode(base64), UTF_8))
        .collect(Collectors.joining());
  }
}
