package dev.campanile.local.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.campanile.local.http.LocalJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneClickTest {
  private static final String GATEWAY = "http://127.0.0.1:18083";

  @Test
  void findsTheAddressWhateverTheHeadersCase() {
    assertThat(
            target("list-unsubscribe", "<mailto:a@b.example>, <" + GATEWAY + "/v1/unsubscribe/t>"))
        .contains("/v1/unsubscribe/t");
  }

  @Test
  void postsNowhereElse() {
    assertThat(target("List-Unsubscribe", "<http://127.0.0.1:18083.evil.example/x>")).isEmpty();
    assertThat(target("List-Unsubscribe", "<https://evil.example/x>")).isEmpty();
  }

  @Test
  void aMailWithoutThePostHeaderOffersNoOneClick() {
    JsonNode headers = json(Map.of("List-Unsubscribe", "<" + GATEWAY + "/v1/unsubscribe/t>"));

    assertThat(OneClick.target(headers, GATEWAY)).isEmpty();
  }

  private static Optional<String> target(String name, String value) {
    return OneClick.target(
        json(Map.of(name, value, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click")), GATEWAY);
  }

  private static JsonNode json(Map<String, String> headers) {
    return LocalJson.read(
        new String(LocalJson.bytes(headers), StandardCharsets.UTF_8), JsonNode.class);
  }
}
