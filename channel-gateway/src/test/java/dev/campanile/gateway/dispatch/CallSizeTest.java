package dev.campanile.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallSizeTest {

  private final CallSize size = new CallSize(32);

  @Test
  void beginsWithOne() {
    assertThat(size.now()).isOne();
  }

  @Test
  void aSlowProviderGetsFewAtATime() {
    size.took(1, Duration.ofMillis(100));

    assertThat(size.now()).isEqualTo(5);
  }

  @Test
  void aProviderSlowerThanThatGetsThemOneByOne() {
    size.took(1, Duration.ofSeconds(3));

    assertThat(size.now()).isOne();
  }

  @Test
  void aQuickOneGetsAsManyAsTheAdapterTakes() {
    size.took(1, Duration.ofMillis(1));

    assertThat(size.now()).isEqualTo(32);
  }

  @Test
  void oneSlowCallDoesNotDecideAlone() {
    size.took(32, Duration.ofMillis(320));
    size.took(1, Duration.ofMillis(100));

    assertThat(size.now()).isBetween(16, 31);
  }

  @Test
  void followsAProviderThatBecomesSlow() {
    size.took(32, Duration.ofMillis(32));
    for (int calls = 0; calls < 20; calls++) {
      size.took(size.now(), Duration.ofMillis(100).multipliedBy(size.now()));
    }

    assertThat(size.now()).isEqualTo(5);
  }
}
