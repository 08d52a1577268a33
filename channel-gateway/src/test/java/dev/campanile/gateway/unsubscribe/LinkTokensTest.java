package dev.campanile.gateway.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.campanile.contracts.Category;
import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.channel.PublicUrls;
import dev.campanile.gateway.link.LinkKeys;
import dev.campanile.gateway.link.LinkSignature;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTokensTest {

  private static final String SECRET = "a secret of thirty-two characters";
  private static final String OTHER = "another secret, as long as the first";
  private static final MessageId MESSAGE = MessageId.of("6f1f3f9e-0000-8000-8000-000000000001");

  private final LinkTokens tokens = tokens(SECRET, "1");

  @Test
  void fitsInAPathAndAnSms() {
    assertThat(tokens.of(MESSAGE)).matches("[A-Za-z0-9._-]{47}");
  }

  @Test
  void noticesAnyChange() {
    String token = tokens.of(MESSAGE);

    for (int i = 0; i < token.length(); i++) {
      // The last letter of each part has bits that do not count.
      String changed =
          token.substring(0, i) + (token.charAt(i) == 'Q' ? 'x' : 'Q') + token.substring(i + 1);
      assertThat(tokens.read(changed).filter(MESSAGE::equals).isPresent() && i < 46)
          .as("change at %d", i)
          .isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "1..", "1.AAAA.AAAA", "2.x.y", "1.x.y.z"})
  void refusesFragments(String token) {
    assertThat(tokens.read(token)).isEmpty();
  }

  @Test
  void refusesTokensOfAnotherSecret() {
    assertThat(tokens(OTHER, "1").read(tokens.of(MESSAGE))).isEmpty();
  }

  @Test
  void oldLinksWorkAfterTheSecretWasReplaced() {
    var now =
        new LinkTokens(
            new LinkSignature(new LinkKeys(OTHER, "2", Optional.of(List.of("1:" + SECRET)))));

    assertThat(now.read(tokens.of(MESSAGE))).contains(MESSAGE);
    assertThat(now.of(MESSAGE)).startsWith("2.");
  }

  @Test
  void wantsALongSecret() {
    assertThatIllegalStateException()
        .isThrownBy(() -> new LinkKeys("short", "1", Optional.empty()))
        .withMessageContaining("CAMPANILE_LINK_SECRET");
  }

  @Test
  void offersTheOneClickInMarketingAndSurveysOnly() {
    var links = new UnsubscribeLinks(tokens, PublicUrls.of("https://mail.example/"));

    assertThat(links.of(MESSAGE, Category.MARKETING, null).oneClick()).isTrue();
    assertThat(links.of(MESSAGE, Category.SURVEY, null).oneClick()).isTrue();
    assertThat(links.of(MESSAGE, Category.SERVICE, null).oneClick()).isFalse();
    assertThat(links.of(MESSAGE, Category.TRANSACTIONAL, null).oneClick()).isFalse();
    assertThat(links.of(MESSAGE, Category.SERVICE, null).unsubscribeUrl())
        .isEqualTo("https://mail.example/v1/unsubscribe/" + tokens.of(MESSAGE));
  }

  private static LinkTokens tokens(String secret, String id) {
    return new LinkTokens(new LinkSignature(new LinkKeys(secret, id, Optional.empty())));
  }
}
