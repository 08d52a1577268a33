package dev.campanile.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.link.LinkKeys;
import dev.campanile.gateway.link.LinkSignature;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class TrackingTokensPropertiesTest {

  private final TrackingTokens tokens =
      new TrackingTokens(
          new LinkSignature(
              new LinkKeys("a secret of thirty-two characters", "1", Optional.empty())));

  @Property(tries = 200)
  void readsItsOwnTokens(
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 65_535) int day,
      @ForAll @AlphaChars @NumericChars @StringLength(max = 40) String link) {
    Mark mark =
        new Mark(
            new MessageId(new UUID(high, low)), LocalDate.parse("2020-01-01").plusDays(day), link);

    assertThat(tokens.read(tokens.of(mark))).contains(mark);
  }

  @Property(tries = 200)
  void readsNoOtherText(@ForAll String text) {
    assertThat(tokens.read(text)).isEmpty();
  }
}
