package dev.campanile.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void aNulIsLeftOut() {
    assertThat(Json.text(Map.of("name", "A\0na\0\0"))).isEqualTo("{\"name\":\"Ana\"}");
  }

  @Test
  void aBackslashBeforeTheSameLettersIsNoNul() {
    assertThat(Json.text(Map.of("name", "\\u0000"))).isEqualTo("{\"name\":\"\\\\u0000\"}");
    assertThat(Json.text(Map.of("name", "\\\0"))).isEqualTo("{\"name\":\"\\\\\"}");
  }
}
