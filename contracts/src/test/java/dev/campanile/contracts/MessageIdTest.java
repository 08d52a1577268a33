package dev.campanile.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdTest {

  @Test
  void theSameIntentHasTheSameIdEveryTime() {
    assertThat(MessageId.of(Samples.SPRING, Samples.ANA))
        .isEqualTo(MessageId.of(Samples.SPRING, Samples.ANA))
        .hasToString("29a85ea1-03dd-84d5-a79f-94720ea16e4b");
  }

  @Test
  void anotherRunOrAnotherCustomerIsAnotherMessage() {
    MessageId id = MessageId.of(Samples.SPRING, Samples.ANA);
    Source again = new Source.Campaign("spring-sale", new RunId(new UUID(7, 7)));

    assertThat(MessageId.of(again, Samples.ANA)).isNotEqualTo(id);
    assertThat(MessageId.of(Samples.SPRING, new ProfileId(new UUID(7, 8)))).isNotEqualTo(id);
  }

  @Test
  void isAUuidOfVersion8() {
    UUID uuid = MessageId.of(Samples.SPRING, Samples.ANA).value();

    assertThat(uuid.version()).isEqualTo(8);
    assertThat(uuid.variant()).isEqualTo(2);
  }
}
