package dev.campanile.gateway.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nBcc: b@c", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\tb"})
  void takesNothingThatCouldBecomeAHeaderOfItsOwn(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> HeaderValue.of(text));
  }

  @Test
  void isBounded() {
    assertThatIllegalArgumentException().isThrownBy(() -> HeaderValue.of("x".repeat(901)));
  }

  @Test
  void leavesAsciiAsItIs() {
    assertThat(HeaderValue.of("<https://a.example/x>, <mailto:b@c>").encoded())
        .isEqualTo("<https://a.example/x>, <mailto:b@c>");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a@b.example, a@b.example",
        "Verde <a@b.example>, Verde <a@b.example>",
        "`Verde, Inc. <a@b.example>`, `\"Verde, Inc.\" <a@b.example>`",
        "`\"Verde, Inc.\" <a@b.example>`, `\"Verde, Inc.\" <a@b.example>`",
        "Città <a@b.example>, =?UTF-8?B?Q2l0dMOg?= <a@b.example>",
      })
  void writesAMailbox(String mailbox, String header) {
    assertThat(Mailbox.of(mailbox).header().encoded()).isEqualTo(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a@",
        "@b",
        "a b@c",
        "a@b> SIZE=1",
        "a@b\r\nDATA",
        "x <a@b> y",
        "a@b,c@d"
      })
  void refusesWhatIsNoMailbox(String mailbox) {
    assertThatIllegalArgumentException().isThrownBy(() -> Mailbox.of(mailbox));
  }
}
