package dev.campanile.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.link.LinkKeys;
import dev.campanile.gateway.link.LinkSignature;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingTokensTest {

  private static final String SECRET = "a secret of thirty-two characters";
  private static final String OTHER = "another secret, as long as the first";
  private static final Mark CLICK =
      new Mark(
          MessageId.of("6f1f3f9e-0000-8000-8000-000000000001"),
          LocalDate.parse("2026-11-21"),
          "offer2");
  private static final Mark OPEN = new Mark(CLICK.message(), CLICK.plannedOn(), Mark.PIXEL);

  private final TrackingTokens tokens = tokens(SECRET, "1");

  @Test
  void isShortAndEndsSoThatAPhoneTakesAllOfItForTheLink() {
    assertThat(tokens.of(new Mark(CLICK.message(), CLICK.plannedOn(), "1")))
        .matches("[A-Za-z0-9_-]{38}1\\.1");
    assertThat(tokens.of(OPEN)).matches("[A-Za-z0-9_-]{38}1");
  }

  @Test
  void noticesAnyChange() {
    for (Mark mark : List.of(CLICK, OPEN)) {
      String token = tokens.of(mark);
      for (int i = 0; i < token.length(); i++) {
        for (char c : new char[] {'Q', 'x', '7'}) {
          String changed = token.substring(0, i) + c + token.substring(i + 1);
          // The last letter of the 38 has bits that do not count.
          assertThat(tokens.read(changed).isPresent() && !changed.equals(token) && i != 37)
              .as("%s at %d", changed, i)
              .isFalse();
        }
      }
    }
  }

  @Test
  void anOpenIsNoClickAndOneLinkNoOther() {
    String open = tokens.of(OPEN);

    assertThat(tokens.read(open + ".offer2")).isEmpty();
    assertThat(tokens.read(tokens.of(CLICK).replace(".offer2", ""))).isEmpty();
    assertThat(tokens.read(tokens.of(CLICK).replace("offer2", "offer1"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1.1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1.1", "../../x"})
  void refusesWhatNobodyMade(String token) {
    assertThat(tokens.read(token)).isEmpty();
  }

  @Test
  void refusesTokensOfAnotherSecretAndTakesThoseOfAFormerOne() {
    String token = tokens.of(CLICK);

    assertThat(tokens(OTHER, "1").read(token)).isEmpty();
    assertThat(
            new TrackingTokens(
                    new LinkSignature(
                        new LinkKeys(OTHER, "2", Optional.of(List.of("1:" + SECRET)))))
                .read(token))
        .contains(CLICK);
  }

  private static TrackingTokens tokens(String secret, String id) {
    return new TrackingTokens(new LinkSignature(new LinkKeys(secret, id, Optional.empty())));
  }
}
