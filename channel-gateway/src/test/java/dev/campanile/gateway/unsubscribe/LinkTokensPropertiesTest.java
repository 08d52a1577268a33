package dev.campanile.gateway.unsubscribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.campanile.contracts.MessageId;
import dev.campanile.gateway.link.LinkKeys;
import dev.campanile.gateway.link.LinkSignature;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LinkTokensPropertiesTest {

  private final LinkTokens tokens =
      new LinkTokens(
          new LinkSignature(
              new LinkKeys("a secret of thirty-two characters", "1", Optional.empty())));

  @Property(tries = 200)
  void readsItsOwnTokens(@ForAll long high, @ForAll long low) {
    MessageId message = new MessageId(new UUID(high, low));

    assertThat(tokens.read(tokens.of(message))).contains(message);
  }

  @Property(tries = 200)
  void readsNoOtherText(@ForAll String text) {
    assertThat(tokens.read(text)).isEmpty();
  }
}
