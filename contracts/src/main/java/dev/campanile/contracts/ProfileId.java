package dev.campanile.contracts;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * A customer. Time-ordered (UUIDv7), drawn once by profile-service; for an address that is written
 * to without a profile, computed from it (UUIDv8).
 */
public record ProfileId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProfileId {
    requireNonNull(value);
  }

  public static ProfileId of(String text) {
    return new ProfileId(UUID.fromString(text));
  }

  /**
   * Whoever reads an address, when a message names nobody but that.
   *
   * @param address normalised
   */
  public static ProfileId ofAddress(Channel channel, String address) {
    return new ProfileId(HashedUuid.of("address|" + channel + '|' + address));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
