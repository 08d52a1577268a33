package dev.campanile.campaign.content;

import static dev.campanile.campaign.content.SmsLength.Encoding.GSM_7;
import static dev.campanile.campaign.content.SmsLength.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SmsLengthTest {

  @Test
  void countsSeptetsOfTheGsmAlphabet() {
    assertThat(SmsLength.of("a".repeat(160))).isEqualTo(new SmsLength(GSM_7, 160, 1));
    assertThat(SmsLength.of("a".repeat(161))).isEqualTo(new SmsLength(GSM_7, 161, 2));
    assertThat(SmsLength.of("a".repeat(307))).isEqualTo(new SmsLength(GSM_7, 307, 3));
  }

  @Test
  void countsTheEuroTwice() {
    assertThat(SmsLength.of("€" + "a".repeat(158))).isEqualTo(new SmsLength(GSM_7, 160, 1));
  }

  @Test
  void countsUtf16OnceACharacterIsOutsideTheAlphabet() {
    assertThat(SmsLength.of("ł".repeat(70))).isEqualTo(new SmsLength(UCS_2, 70, 1));
    assertThat(SmsLength.of("👋" + "a".repeat(69))).isEqualTo(new SmsLength(UCS_2, 71, 2));
  }
}
