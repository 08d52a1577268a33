package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One intent to tell one customer one thing. Computed, so that asking twice is asking once. */
public record MessageId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public MessageId {
    requireNonNull(value);
  }

  public static MessageId of(Source source, ProfileId profile) {
    return new MessageId(HashedUuid.of(source.identity() + '|' + profile));
  }

  public static MessageId of(String text) {
    return new MessageId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
