package dev.campanile.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The provider's word on one message, signed as Twilio documents it, or not. */
final class Callback {

  private final String url;
  private final String sid;
  private final String to;
  private final String token;

  /**
   * @param message as the simulators show it
   */
  Callback(JsonNode message, String token) {
    this.url = message.get("statusCallback").asText();
    this.sid = message.get("id").asText();
    this.to = message.get("to").asText();
    this.token = token;
  }

  int says(String status) {
    return post(status, signature(fields(status)));
  }

  int forges(String status) {
    return post(status, "Zm9yZ2Vk");
  }

  private int post(String status, String signature) {
    String form =
        fields(status).entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(joining("&"));
    return new Api("", "")
        .call(
            "POST",
            url,
            "application/x-www-form-urlencoded",
            form,
            Map.of("X-Twilio-Signature", signature))
        .statusCode();
  }

  private Map<String, String> fields(String status) {
    return new TreeMap<>(Map.of("MessageSid", sid, "MessageStatus", status, "To", to));
  }

  private String signature(Map<String, String> fields) {
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
