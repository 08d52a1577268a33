package dev.campanile.profile.cases;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something a customer is waiting on. While it is open, marketing waits too. */
public record ServiceCase(
    UUID profileId, String key, Severity severity, Instant openedAt, @Nullable Instant closedAt) {

  public ServiceCase {
    requireNonNull(profileId);
    requireNonNull(key);
    requireNonNull(severity);
    requireNonNull(openedAt);
  }

  public static ServiceCase open(UUID profileId, String key, Severity severity, Instant at) {
    return new ServiceCase(profileId, key, severity, at, null);
  }

  public enum Severity {
    LOW,
    NORMAL,
    HIGH,
    URGENT
  }
}
