package dev.campanile.gateway.recipient;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.campanile.gateway.gate.AllowList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealProvidersTest {

  private static final AllowList EVERYBODY = AllowList.ofEverybody();

  @ParameterizedTest
  @CsvSource({
    "smtp.example.com, 127.0.0.1",
    "localhost, api.twilio.com",
    "10.0.0.1, localhost",
    "127.0.0.1.example.com, localhost",
  })
  void areNotUsedWithoutAnAllowListUnlessItIsMeant(String smtp, String twilio) {
    assertThatThrownBy(() -> RealProviders.check(EVERYBODY, smtp, twilio, false))
        .hasMessageContaining("CAMPANILE_ALLOW_LIST")
        .hasMessageContaining("CAMPANILE_PRODUCTION=true");
    assertThatCode(() -> RealProviders.check(EVERYBODY, smtp, twilio, true))
        .doesNotThrowAnyException();
    assertThatCode(
            () -> RealProviders.check(AllowList.of(List.of("@example.com")), smtp, twilio, false))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"localhost, 127.0.0.1", "::1, localhost", "127.0.0.1, '[::1]'"})
  void simulatorsOnThisMachineNeedNone(String smtp, String twilio) {
    assertThatCode(() -> RealProviders.check(EVERYBODY, smtp, twilio, false))
        .doesNotThrowAnyException();
  }

  @Test
  void theNumberOfEntriesDoesNotMatterOnlyThatThereAreSome() {
    assertThatThrownBy(
            () -> RealProviders.check(AllowList.of(List.of("")), "smtp.example.com", "", false))
        .isInstanceOf(IllegalStateException.class);
  }
}
