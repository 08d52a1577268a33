package dev.campanile.local.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A status with a body and headers; or no answer at all: the connection is closed. */
public record HttpAnswer(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final int NO_ANSWER = 0;

  public static HttpAnswer json(int status, Object value) {
    return new HttpAnswer(status, "application/json", LocalJson.bytes(value), Map.of());
  }

  public static HttpAnswer text(int status, String contentType, String text) {
    return new HttpAnswer(status, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public static HttpAnswer bytes(int status, String contentType, byte[] body) {
    return new HttpAnswer(status, contentType, body, Map.of());
  }

  public static HttpAnswer noContent() {
    return new HttpAnswer(204, "", new byte[0], Map.of());
  }

  public static HttpAnswer hangUp() {
    return new HttpAnswer(NO_ANSWER, "", new byte[0], Map.of());
  }

  public HttpAnswer withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, contentType, body, more);
  }

  boolean hangsUp() {
    return status == NO_ANSWER;
  }
}
