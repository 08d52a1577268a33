package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A customer. Time-ordered (UUIDv7), drawn once by profile-service. */
public record ProfileId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProfileId {
    requireNonNull(value);
  }

  public static ProfileId of(String text) {
    return new ProfileId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
