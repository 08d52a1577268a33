package dev.campanile.gateway.tracking;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.campanile.contracts.Receipt.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Machines by the name they give, as their file lists them; the first that fits counts.
 *
 * @param readers in the order they are asked
 */
record KnownReaders(@JsonProperty(required = true) List<Known> readers) {

  private static final String SHIPPED = "readers.json";

  /** Strict: a misspelt rule must not silently be no rule. */
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /**
   * One of them.
   *
   * @param is whole user agents
   * @param has parts of user agents; upper and lower case are the same
   * @param basis how we know
   */
  record Known(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) Reader reader,
      @JsonProperty(required = true) List<String> is,
      @JsonProperty(required = true) List<String> has,
      @JsonProperty(required = true) String basis) {

    Known {
      has = has.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    private boolean fits(String userAgent, String lowerCase) {
      return is.contains(userAgent) || has.stream().anyMatch(lowerCase::contains);
    }
  }

  static KnownReaders readShipped() {
    try (InputStream json = KnownReaders.class.getResourceAsStream(SHIPPED)) {
      if (json == null) {
        throw new IllegalStateException("the gateway was built without its " + SHIPPED);
      }
      return MAPPER.readValue(json, KnownReaders.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SHIPPED, e);
    }
  }

  Optional<Reader> of(String userAgent) {
    String lowerCase = userAgent.toLowerCase(Locale.ROOT);
    return readers.stream()
        .filter(known -> known.fits(userAgent, lowerCase))
        .map(Known::reader)
        .findFirst();
  }
}
