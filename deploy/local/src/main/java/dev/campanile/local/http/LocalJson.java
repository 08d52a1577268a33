package dev.campanile.local.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** JSON of the control API: unknown fields are refused, so that a misspelt one is noticed. */
public final class LocalJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
          .build();

  private LocalJson() {}

  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  public static <T> T read(String json, Class<T> type) {
    return reading(() -> MAPPER.readValue(json, type));
  }

  public static <T> T read(String json, TypeReference<T> type) {
    return reading(() -> MAPPER.readValue(json, type));
  }

  private static <T> T reading(Reading<T> reading) {
    try {
      return reading.run();
    } catch (JsonProcessingException e) {
      throw new BadRequest("The body is not the expected JSON: " + e.getOriginalMessage());
    }
  }

  private interface Reading<T> {
    T run() throws JsonProcessingException;
  }
}
