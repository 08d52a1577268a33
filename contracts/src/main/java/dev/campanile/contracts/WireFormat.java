package dev.campanile.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON of the records on topics. Unknown fields are ignored, so that a sender may go ahead. */
public final class WireFormat {

  private static final String ITEMS = "items";
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule().addDeserializer(Instant.class, new InstantText()))
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private WireFormat() {}

  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a wire record: " + value.getClass(), e);
    }
  }

  public static <T> T read(byte[] json, Class<T> type) throws MalformedRecordException {
    try {
      return notNull(MAPPER.readValue(json, type));
    } catch (IOException | RuntimeException e) {
      throw new MalformedRecordException(reasonOf(e));
    }
  }

  /**
   * Reads what is good of a batch. A batch whose own fields are wrong is malformed as a whole; a
   * wrong item is set aside and the rest goes on.
   */
  public static <B> ReadBatch<B> readBatch(byte[] json, Class<B> type)
      throws MalformedRecordException {
    try {
      return new ReadBatch<>(notNull(MAPPER.readValue(json, type)), List.of());
    } catch (IOException | RuntimeException whole) {
      return readItemByItem(json, type, whole);
    }
  }

  private static <B> ReadBatch<B> readItemByItem(byte[] json, Class<B> type, Exception whole)
      throws MalformedRecordException {
    try {
      if (!(MAPPER.readTree(json) instanceof ObjectNode root)
          || !(root.get(ITEMS) instanceof ArrayNode items)) {
        throw new MalformedRecordException(reasonOf(whole));
      }
      List<BadItem> bad = new ArrayList<>();
      ArrayNode good = MAPPER.createArrayNode();
      for (JsonNode item : items) {
        root.set(ITEMS, MAPPER.createArrayNode().add(item));
        String reason = reasonAgainst(root, type);
        if (reason == null) {
          good.add(item);
        } else {
          bad.add(new BadItem(item, reason));
        }
      }
      if (good.isEmpty()) {
        throw new MalformedRecordException(reasonOf(whole), bad);
      }
      root.set(ITEMS, good);
      return new ReadBatch<>(MAPPER.treeToValue(root, type), bad);
    } catch (IOException | RuntimeException e) {
      throw new MalformedRecordException(reasonOf(whole));
    }
  }

  /**
   * The same batch as batches of one, for finding the item that cannot be applied. Empty for a
   * record that has no items.
   */
  public static <B> List<BatchOfOne<B>> split(B batch, Class<B> type) {
    try {
      if (!(MAPPER.readTree(write(batch)) instanceof ObjectNode root)
          || !(root.get(ITEMS) instanceof ArrayNode items)) {
        return List.of();
      }
      List<BatchOfOne<B>> batches = new ArrayList<>();
      for (JsonNode item : items) {
        root.set(ITEMS, MAPPER.createArrayNode().add(item));
        batches.add(new BatchOfOne<>(MAPPER.treeToValue(root, type), item));
      }
      return batches;
    } catch (IOException e) {
      throw new IllegalArgumentException("not a wire record: " + type, e);
    }
  }

  private static <B> @Nullable String reasonAgainst(ObjectNode batchOfOne, Class<B> type) {
    try {
      MAPPER.treeToValue(batchOfOne, type);
      return null;
    } catch (IOException | RuntimeException e) {
      return reasonOf(e);
    }
  }

  private static <T> T notNull(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("the record is empty");
    }
    return value;
  }

  /** A reason quotes what it is about, and no database keeps a NUL or half a character. */
  public static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("\uFFFD");
  }

  private static String reasonOf(Exception e) {
    if (e instanceof JsonProcessingException json) {
      return json.getOriginalMessage();
    }
    String message = e.getMessage();
    return message == null ? e.getClass().getSimpleName() : message;
  }

  /** The good part of a batch, and the items that could not be read. */
  public record ReadBatch<B>(B batch, List<BadItem> badItems) {}

  /** One item of a batch, in a batch of its own and as JSON. */
  public record BatchOfOne<B>(B batch, JsonNode item) {}

  /** An item that could not be read, as it came, and why. */
  public record BadItem(JsonNode item, String reason) {

    public BadItem {
      reason = printable(reason);
    }
  }
}
