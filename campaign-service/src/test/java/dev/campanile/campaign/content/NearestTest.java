package dev.campanile.campaign.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void findsSwappedMissingAndWrongLetters() {
    var names = List.of("firstName", "lastName", "orderNumber");

    assertThat(Nearest.to("fristName", names)).contains("firstName");
    assertThat(Nearest.to("FirstNam", names)).contains("firstName");
    assertThat(Nearest.to("ordernumbre", names)).contains("orderNumber");
    assertThat(Nearest.to("city", names)).isEmpty();
  }
}
